# Building, with a line for each project that is done.

PROGRAM=(dotnet "$PWD/src/Cli/bin/Release/net10.0/haidang.dll")

# What a request leaves behind has 128 MB a core (docs/operations.md).
ROOMY=(env DOTNET_GCgen0size=8000000)

# build WHAT: a project or the solution
build() {
    local log=.data/build.log
    mkdir -p .data
    if ! dotnet build "$1" -c Release -v minimal --nologo -tl:off </dev/null 2>&1 | tee "$log" | sed -un 's|^ *\([^ ]*\) -> .*|  \1|p; s|^ *\(Installing .*\)|  \1|p'; then
        grep -E 'error|warn' "$log" | sort -u | head -n 40 >&2
        fail "không dựng được; nhật ký đầy đủ ở $log" "the build failed; the whole log is in $log"
    fi
}

build_program() {
    say "Dựng chương trình…" "building the program…" >&2
    build src/Cli >&2
}

# npm packages of one tool, when its lock file is newer than what is installed
install_tool() {
    [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
    say "Cài thư viện của $1…" "installing the libraries of $1…"
    # A tool that needs no library gets no folder from npm; the mark is made all the same.
    (cd "$1" && npm ci --no-progress --loglevel=error </dev/null >/dev/null && mkdir -p node_modules && touch node_modules/.package-lock.json) ||
        fail "npm ci trong $1 không thành công" "npm ci failed in $1"
}
