# Installs what a fresh Debian lacks, and says what and why.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then sudo "$@"
    else return 1
    fi
}

packages_listed=
# install "vì sao" "why" package…
install() {
    local vi=$1 en=$2
    shift 2
    say "Cài $* – $vi" "installing $* – $en"
    command -v apt-get >/dev/null || fail "máy này không có apt-get: hãy tự cài $*" "there is no apt-get here: install $* yourself"
    if [ -z "$packages_listed" ]; then
        as_root apt-get update -q </dev/null | sed -n 's/^\(Get\|Hit\).*/  \1/p' | tail -n 1 || true
        packages_listed=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" </dev/null | sed -n 's/^\(Setting up [^ ]*\).*/  \1/p' ||
        fail "không cài được $*: chạy lại với quyền root hoặc sudo" "could not install $*: run again as root or with sudo"
}

# need command "vì sao" "why" package…
need() {
    command -v "$1" >/dev/null || { shift; install "$@"; }
}

need_dotnet() {
    command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1 ||
        fail "cần .NET SDK 10 (https://dotnet.microsoft.com/download), phiên bản trong global.json" "the .NET SDK 10 is needed (https://dotnet.microsoft.com/download), of the version in global.json"
}

node_major() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

need_node() {
    [ "$(node_major)" -ge 20 ] && command -v npm >/dev/null && return
    local offered
    offered=$(apt-cache policy nodejs 2>/dev/null | sed -n 's/ *Candidate: \([0-9]*\).*/\1/p')
    if [ "${offered:-0}" -ge 20 ]; then
        install "dựng giao diện và chạy e-ID mô phỏng" "builds the screens and runs the e-ID simulator" nodejs npm
    fi
    [ "$(node_major)" -ge 20 ] && command -v npm >/dev/null ||
        fail "cần Node.js 20 trở lên cùng npm để dựng giao diện (Debian 12 chỉ có bản 18, quá cũ): cài từ https://nodejs.org rồi chạy lại" \
            "Node.js 20 or newer with npm is needed to build the screens (Debian 12 has 18, too old): install it from https://nodejs.org and run this again"
}

need_test_tools() {
    need chromium "kiểm thử trong trình duyệt thật" "tests in a real browser" chromium
    need pdftotext "kiểm tra PDF" "judges PDF files" poppler-utils
    need qpdf "kiểm tra PDF" "judges PDF files" qpdf
    need sqlite3 "xem cơ sở dữ liệu nhúng" "looks into the embedded database" sqlite3
    need_postgres
}
