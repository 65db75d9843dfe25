# Measures: each bench drives the real program over HTTP, on databases of its own.

BENCH=(dotnet "$PWD/bench/bin/Release/net10.0/haidang-bench.dll")

# build_bench: the program and the benches, and a PostgreSQL of their own
build_bench() {
    need_dotnet
    need_node
    need_postgres
    build_program
    build bench >&2
    mkdir -p .data/bench
    trap 'stop_postgres' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    if [ -n "${HAIDANG_BENCH_POSTGRES:-}" ]; then
        POSTGRES_ADMIN=$HAIDANG_BENCH_POSTGRES
    else
        start_postgres "$PWD/.data/bench/postgres" 5633 || fail "không mở được PostgreSQL để đo" "PostgreSQL did not start for the benches"
    fi
}

bench() {
    local name=${1:-}
    [ $# -eq 0 ] || shift
    case $name in
        feel | bpmn)
            need_dotnet
            need_node
            install_tool bench/peers >&2
            build bench >&2
            "${BENCH[@]}" "$name" --peers bench/peers "$@"
            return
            ;;
        lifecycle | greenlane | pages) ;;
        *) fail "dùng: ./dev bench lifecycle|greenlane|pages|feel|bpmn [--short] [--minutes N]" "use: ./dev bench lifecycle|greenlane|pages|feel|bpmn [--short] [--minutes N]" ;;
    esac
    build_bench
    "${ROOMY[@]}" "${BENCH[@]}" "$name" --program "${PROGRAM[1]}" --cities cities --folder .data/bench --postgres "$POSTGRES_ADMIN" "$@"
}
