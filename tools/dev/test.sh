# Runs every test project of the solution and the tests of the tools, two at a time, and counts.

PASSED=0 FAILED=0 SKIPPED=0 BROKEN=0

# count NAME PASSED FAILED SKIPPED SECONDS
count() {
    PASSED=$((PASSED + $2)) FAILED=$((FAILED + $3)) SKIPPED=$((SKIPPED + $4))
    printf '%-14s %6d passed %4d failed %4d skipped %6d s\n' "$@"
}

broken() {
    BROKEN=$((BROKEN + 1))
    printf '%-14s không chạy được / could not run: %s\n' "$1" "$2"
}

# test_project NAME FILTER…
test_project() {
    local name=$1 log=.data/test/$1.log begun=$SECONDS status=0 total errors failed skipped
    local assembly=tests/$name/bin/Release/net10.0/HaiDang.$name.Tests.dll
    shift
    [ -f "$assembly" ] || assembly=tests/$name/bin/Release/net10.0/HaiDang.$name.dll
    [ -f "$assembly" ] || { broken "$name" "$assembly"; return; }
    timeout -k 10 "${HAIDANG_TEST_SECONDS:-540}" dotnet "$assembly" -noLogo -noColor -noAutoReporters "$@" </dev/null >"$log" 2>&1 || status=$?
    read -r total errors failed skipped < <(sed -n 's/.*Total: \([0-9]*\), Errors: \([0-9]*\), Failed: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3 \4/p' "$log" | tail -n 1) || true
    if [ -z "${total:-}" ]; then
        tail -n 30 "$log"
        broken "$name" "exit $status"
        return
    fi
    [ "$status" -eq 0 ] || grep -vE '^ *(Discover|Start|Finish)(ing|ed)' "$log" | grep -v '\[SKIP\]' | head -n 200
    count "$name" $((total - failed - skipped)) $((failed + errors)) "$skipped" $((SECONDS - begun))
    if [ "$status" -ne 0 ] && [ $((failed + errors)) -eq 0 ]; then broken "$name" "exit $status"; fi
    sed -n '/\[SKIP\]/{n;s/^ */    – /p}' "$log" | sort | uniq -c | sort -rn | sed 's/^ *\([0-9]*\) *– /    \1 skipped: /'
}

# test_tool FOLDER
test_tool() {
    local log begun=$SECONDS status=0 passed failed skipped
    log=.data/test/$(basename "$1").log
    install_tool "$1" >/dev/null
    (cd "$1" && timeout -k 10 300 node --test --test-reporter=tap </dev/null) >"$log" 2>&1 || status=$?
    passed=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$log" | tail -n 1)
    failed=$(sed -n 's/^# \(fail\|cancelled\) \([0-9]*\)$/\2/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
    skipped=$(sed -n 's/^# \(skipped\|todo\) \([0-9]*\)$/\2/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
    if [ -z "$passed" ]; then
        tail -n 30 "$log"
        broken "$1" "exit $status"
        return
    fi
    [ "$status" -eq 0 ] || grep -A 20 '^ *not ok' "$log" | head -n 200
    count "$1" "$passed" "$failed" "$skipped" $((SECONDS - begun))
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then broken "$1" "exit $status"; fi
}

# lane COMMAND…: runs a test beside one other; what it says is shown when it is done
lane() {
    local number=$((LANED += 1))
    while [ "$(jobs -rp | wc -l)" -ge "${HAIDANG_TEST_LANES:-2}" ]; do
        wait -n || true
        told
    done
    (
        PASSED=0 FAILED=0 SKIPPED=0 BROKEN=0
        "$@"
        echo "$PASSED $FAILED $SKIPPED $BROKEN" >"$THROWAWAY/lane-$number.counts"
    ) >"$THROWAWAY/lane-$number.said" 2>&1 &
}

LANED=0

# Shows what the lanes have done since, and adds up.
told() {
    local number passed failed skipped broken
    for number in $(seq "$LANED"); do
        [ -f "$THROWAWAY/lane-$number.counts" ] || continue
        cat "$THROWAWAY/lane-$number.said"
        read -r passed failed skipped broken <"$THROWAWAY/lane-$number.counts"
        PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped)) BROKEN=$((BROKEN + broken))
        mv "$THROWAWAY/lane-$number.counts" "$THROWAWAY/lane-$number.told"
    done
}

# lanes_end: waits for all; a lane that broke down without counting is told as broken
lanes_end() {
    local number
    while [ -n "$(jobs -rp)" ]; do
        wait -n || true
        told
    done
    told
    for number in $(seq "$LANED"); do
        [ -f "$THROWAWAY/lane-$number.told" ] || broken "lane $number" "$(cat "$THROWAWAY/lane-$number.said")"
    done
}

# The longest first, so that none is left alone at the end.
longest_first() { { printf '%s\n' Browser Hostile Bench Directory Access Cases Stories; cat; } | awk '{ n[$0]++; if (!at[$0]) at[$0] = NR } END { for (p in n) print at[p], n[p], p }' | sort -n | awk -v known=7 '$1 > known || $2 > 1 { print $3 }'; }

# The test projects of the solution, by the names of their folders.
test_projects() { sed -n 's|.*Path="tests/[^"]*/\([^"/]*\)\.csproj".*|\1|p' HaiDang.slnx | sort; }

run_tests() {
    local chosen=() words=() word name tool
    for word in "$@"; do
        if test_projects | grep -qix -- "$word"; then chosen+=("$(test_projects | grep -ix -- "$word")"); else words+=(-method "*$word*"); fi
    done
    need_dotnet
    need_node
    need_test_tools
    mkdir -p .data/test
    say "Dựng mọi dự án…" "building every project…"
    if [ ${#chosen[@]} -gt 0 ]; then for name in "${chosen[@]}"; do build "tests/$name"; done; else build HaiDang.slnx; fi

    trap 'kill $(jobs -rp) 2>/dev/null || true; stop_postgres; rm -rf "${THROWAWAY:-}"' EXIT
    trap 'exit 130' INT TERM
    for tool in tools/e-id tools/mailbox tests/Forms/peers; do install_tool "$tool"; done
    THROWAWAY=$(mktemp -d)
    chmod 711 "$THROWAWAY"
    if [ -z "${HAIDANG_TEST_POSTGRES:-}" ]; then
        # It is thrown away afterwards: nothing needs to reach the disk.
        start_postgres "$THROWAWAY/postgres" 5533 "-c fsync=off -c synchronous_commit=off -c full_page_writes=off" || fail "không mở được PostgreSQL cho kiểm thử" "PostgreSQL did not start for the tests"
        export HAIDANG_TEST_POSTGRES=$POSTGRES_ADMIN
    fi
    [ -z "${HAIDANG_TCK:-}" ] || HAIDANG_TCK=$(realpath -m "$HAIDANG_TCK")
    export HAIDANG_TCK=${HAIDANG_TCK:-}
    [ -n "$HAIDANG_TCK" ] || unset HAIDANG_TCK

    if [ ${#chosen[@]} -eq 0 ]; then mapfile -t chosen < <(test_projects); fi
    mapfile -t chosen < <(printf '%s\n' "${chosen[@]}" | longest_first)
    for name in "${chosen[@]}"; do lane test_project "$name" "${words[@]}"; done
    if [ $# -eq 0 ]; then
        for tool in tools/*/package.json; do lane test_tool "$(dirname "$tool")"; done
    fi
    lanes_end
    [ "$SKIPPED" -eq 0 ] || say "$SKIPPED bài không chạy được ở đây" "$SKIPPED skipped, for the reasons above"
    echo "$PASSED passed, $((FAILED + BROKEN)) failed"
    [ $((FAILED + BROKEN)) -eq 0 ] && [ $((PASSED + SKIPPED)) -gt 0 ]
}

check_cities() {
    need_dotnet
    need_node
    build_program
    local city wrong=0
    for city in cities/*/city.yaml; do
        city=$(dirname "$city")
        [ -f "$city/units.yaml" ] || continue # a pack that cities extend, no city by itself
        "${PROGRAM[@]}" check "$city" || wrong=1
    done
    return "$wrong"
}
