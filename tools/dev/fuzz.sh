# Fuzzing: many more random cases than the tests have time for.

# fuzz_engines [CASES [SEED]]
fuzz_engines() {
    need_dotnet
    build tests/Fuzz
    say "Thử ${1:-10000000} trường hợp ngẫu nhiên (FEEL, BPMN, biểu mẫu)…" "trying ${1:-10000000} random cases (FEEL, BPMN, forms)…"
    HAIDANG_FUZZ_CASES=${1:-10000000} HAIDANG_FUZZ_SEED=${2:-1} dotnet tests/Fuzz/bin/Release/net10.0/HaiDang.Fuzz.Tests.dll -noLogo -noColor -noAutoReporters -method '*Whatever_is_read*'
}

fuzz() {
    local what=${1:-}
    [ $# -eq 0 ] || shift
    case $what in
        engines) fuzz_engines "$@" ;;
        *) fail "dùng: ./dev fuzz engines [số trường hợp [hạt giống]]" "use: ./dev fuzz engines [cases [seed]]" ;;
    esac
}
