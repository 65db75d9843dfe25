# Runs a city for whoever wants to look at it: the program, and beside it the simulated e-ID, mailbox, payment gateway and, where a service asks them, traffic police.

RUNNING=()

stop_all() {
    trap '' INT TERM
    local process
    for process in "${RUNNING[@]}"; do kill -TERM "$process" 2>/dev/null || true; done
    for process in "${RUNNING[@]}"; do wait "$process" 2>/dev/null || true; done
    stop_postgres
}

# beside LOG COMMAND…: starts something that runs beside the city
beside() {
    local log=$1
    shift
    "$@" </dev/null >"$log" 2>&1 &
    RUNNING+=($!)
}

# Whether a service of the city waits for what the simulated police answer.
asks_police() { grep -qs 'name="violation-check"' "$1"/services/*/process.bpmn; }

# police_unit CITY: the unit that the police simulator speaks for
police_unit() { awk '/^  - id: /{ id = $3 } /^ *kind: police *$/{ print id; exit }' "$1/units.yaml"; }

# client_token CITY DATA NAME UNIT MAY: a token for a program that calls the API; a program that is there already gets a new one
client_token() {
    "${PROGRAM[@]}" api-client add "$3" --city "$1" --data "$2" --unit "$4" --may "$5" --per-minute 0 2>/dev/null ||
        "${PROGRAM[@]}" api-client token "$3" --city "$1" --data "$2" 2>/dev/null
}

run_city() {
    local city=cities/hai-phong port=5080 postgres= data= fresh= name
    while [ $# -gt 0 ]; do
        case $1 in
            --city) city=${2:?--city cities/…}; shift ;;
            --port) port=${2:?--port 5080}; shift ;;
            --data) data=${2:?--data DIR}; shift ;;
            --postgres) postgres=yes ;;
            --fresh) fresh=yes ;;
            *) fail "không hiểu '$1'; xem ./dev" "'$1' is not known; see ./dev" ;;
        esac
        shift
    done
    [ -f "$city/city.yaml" ] || fail "không có $city/city.yaml" "there is no $city/city.yaml"
    [[ $port =~ ^[0-9]+$ && $port -ge 1 && $port -le 65530 ]] || fail "cổng '$port' không hợp lệ" "'$port' is no port"
    name=$(basename "$city")
    local taken
    for taken in "$port" $((port + 1)) $((port + 2)) $((port + 3)) $((port + 4)) $((port + 5)); do
        ! port_taken "$taken" || fail "cổng $taken đang được dùng: chọn --port khác" "port $taken is in use: choose another --port"
    done
    data=$(realpath -m "${data:-.data/$name}")

    need_dotnet
    need_node
    [ -z "$postgres" ] || need_postgres
    build_program
    local tool
    for tool in tools/e-id tools/mailbox; do install_tool "$tool"; done

    trap stop_all EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    [ -z "$fresh" ] || rm -rf "$data/city.db" "$data/city.db-wal" "$data/city.db-shm" "$data/files" "$data/mailbox"
    mkdir -p -m 700 "$data"
    mkdir -p "$data/logs"
    if [ -n "$postgres" ]; then
        say "Mở PostgreSQL…" "starting PostgreSQL…"
        start_postgres "$PWD/.data/postgres" 5433 || fail "không mở được PostgreSQL" "PostgreSQL did not start"
        [ -z "$fresh" ] || in_postgres "drop database if exists \"haidang_${name//-/_}\"" 2>/dev/null
        HAIDANG_POSTGRES=$(postgres_database "haidang_${name//-/_}")
        export HAIDANG_POSTGRES
    else
        unset HAIDANG_POSTGRES
    fi

    # The e-ID knows the citizens among the city's demo people.
    sed -n '1s/^kind,id,/sub,/p; s/^citizen,//p' "$city/people.csv" >"$data/citizens.csv"
    beside "$data/logs/e-id.log" node tools/e-id/server.mjs --port $((port + 1)) --people "$data/citizens.csv" \
        --redirect "http://localhost:$port/dang-nhap/tro-ve" --signed-out "http://localhost:$port/"
    beside "$data/logs/mailbox.log" node tools/mailbox/server.mjs --smtp-port $((port + 2)) --http-port $((port + 3)) --folder "$data/mailbox"
    # A secret for this run only: the gateway and the city sign with it.
    HAIDANG_CONNECTION_PAYMENT_SECRET=$(head -c 24 /dev/urandom | base64)
    export HAIDANG_CONNECTION_PAYMENT_SECRET
    GATEWAY_SECRET=$HAIDANG_CONNECTION_PAYMENT_SECRET beside "$data/logs/payment-gateway.log" node tools/payment-gateway/server.mjs --port $((port + 4))
    local police=
    if asks_police "$city"; then
        POLICE_TOKEN=$(client_token "$city" "$data" canh-sat-giao-thong "$(police_unit "$city")" message:violation-check,webhook) ||
            fail "không cấp được mã truy cập cho mô phỏng cảnh sát giao thông" "the simulated traffic police got no token"
        police="
    http://localhost:$((port + 5))/            cảnh sát giao thông (mô phỏng) / traffic police (simulator)"
        POLICE_TOKEN=$POLICE_TOKEN beside "$data/logs/traffic-police.log" node tools/traffic-police/server.mjs --port $((port + 5)) --city "http://localhost:$port"
    fi

    "${ROOMY[@]}" "${PROGRAM[@]}" run --demo --city "$city" --data "$data" --port "$port" --address "http://localhost:$port" \
        --oidc-authority "http://localhost:$((port + 1))" --smtp "127.0.0.1:$((port + 2))" --connection "payment=http://localhost:$((port + 4))" </dev/null &
    RUNNING+=($!)
    local program=$!
    say "Chuẩn bị thành phố…" "making the city ready…"
    until port_taken "$port"; do
        kill -0 "$program" 2>/dev/null || { wait "$program" || exit $?; exit 1; }
        sleep 0.2
    done
    cat <<WELCOME

  $name đang chạy / is running
    http://localhost:$port/            cổng dịch vụ công / portal
    http://localhost:$port/desk        bàn làm việc của cán bộ / desk of officials
    http://localhost:$((port + 1))/            e-ID (mô phỏng) / e-ID (simulator)
    http://localhost:$((port + 3))/            hộp thư đi (mô phỏng) / demo outbox (simulator)
    http://localhost:$((port + 4))/            cổng thanh toán (mô phỏng) / payment gateway (simulator)$police

  Công dân / citizens: "Đăng nhập" → e-ID → chọn một người / choose a person
  Cán bộ / officials:  http://localhost:$port/dang-nhap/can-bo → chọn một người / choose a person
  Dữ liệu / data: $data${postgres:+, PostgreSQL .data/postgres}
  Ctrl-C để dừng / to stop

WELCOME
    wait "$program" || exit $?
}
