# Fuzzing: many more random cases than the tests have time for.

# fuzz_engines [CASES [SEED]]
fuzz_engines() {
    need_dotnet
    build tests/Fuzz
    say "Thử ${1:-10000000} trường hợp ngẫu nhiên (FEEL, BPMN, biểu mẫu)…" "trying ${1:-10000000} random cases (FEEL, BPMN, forms)…"
    HAIDANG_FUZZ_CASES=${1:-10000000} HAIDANG_FUZZ_SEED=${2:-1} dotnet tests/Fuzz/bin/Release/net10.0/HaiDang.Fuzz.Tests.dll -noLogo -noColor -noAutoReporters -method '*Whatever_is_read*'
}

# fuzz_kill [--rounds 20] [--engine sqlite]: the plug is pulled while two hundred cases are being sent
fuzz_kill() {
    build_bench
    "${BENCH[@]}" kill --program "${PROGRAM[1]}" --cities cities --folder .data/bench --postgres "$POSTGRES_ADMIN" "$@"
}

# fuzz_properties [SEED]: the tests whose trials are random, with other dice than the usual ones
fuzz_properties() {
    local seed=${1:-$RANDOM$RANDOM} project name
    need_dotnet
    mkdir -p .data/test
    say "Hạt giống $seed" "seed $seed"
    for project in $(grep -l 'Shared/Random' tests/*/*.csproj); do
        name=$(basename "$project" .csproj)
        build "tests/$name"
        HAIDANG_FUZZ_SEED=$seed test_project "$name"
    done
    echo "$PASSED passed, $((FAILED + BROKEN)) failed (seed $seed)"
    [ $((FAILED + BROKEN)) -eq 0 ] && [ "$PASSED" -gt 0 ]
}

fuzz() {
    local what=${1:-}
    [ $# -eq 0 ] || shift
    case $what in
        engines) fuzz_engines "$@" ;;
        kill) fuzz_kill "$@" ;;
        properties) fuzz_properties "$@" ;;
        *) fail "dùng: ./dev fuzz engines [số trường hợp [hạt giống]], ./dev fuzz properties [hạt giống], hoặc ./dev fuzz kill [--rounds 20]" "use: ./dev fuzz engines [cases [seed]], ./dev fuzz properties [seed], or ./dev fuzz kill [--rounds 20]" ;;
    esac
}
