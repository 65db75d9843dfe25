# A PostgreSQL of our own: its own folder, its own port, nothing shared with another on this machine.

postgres_bin() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$found" ] || found=$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")
    [ -x "$found/initdb" ] && echo "$found"
}

need_postgres() {
    postgres_bin >/dev/null || install "cơ sở dữ liệu PostgreSQL" "the PostgreSQL database" postgresql
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
    local port=$1
    while port_taken "$port"; do port=$((port + 1)); done
    echo "$port"
}

# PostgreSQL refuses to run as root; then its own user runs it.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

POSTGRES_FOLDER=
POSTGRES_STARTED= # set when it is ours to stop: another of us may have started it
POSTGRES_ADMIN= # connection string of an administrator

# start_postgres FOLDER FIRST_PORT [OPTIONS]: creates the cluster if there is none and starts it
start_postgres() {
    local bin port password
    bin=$(postgres_bin) || return 1
    POSTGRES_FOLDER=$1
    mkdir -p "$POSTGRES_FOLDER"
    if [ "$(id -u)" -eq 0 ]; then
        if ! runuser -u postgres -- test -x "$(dirname "$POSTGRES_FOLDER")"; then
            POSTGRES_FOLDER=/var/lib/postgresql/haidang-$(printf %s "$1" | cksum | cut -d' ' -f1)
            mkdir -p "$POSTGRES_FOLDER"
        fi
        chown postgres "$POSTGRES_FOLDER"
    fi
    if [ ! -f "$POSTGRES_FOLDER/data/PG_VERSION" ]; then
        (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$POSTGRES_FOLDER/password")
        [ "$(id -u)" -ne 0 ] || chown postgres "$POSTGRES_FOLDER/password"
        as_postgres "$bin/initdb" -D "$POSTGRES_FOLDER/data" -U haidang --pwfile="$POSTGRES_FOLDER/password" --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C.UTF-8 </dev/null >"$POSTGRES_FOLDER.log" 2>&1 || { cat "$POSTGRES_FOLDER.log" >&2; return 1; }
    fi
    password=$(cat "$POSTGRES_FOLDER/password")
    if as_postgres "$bin/pg_ctl" -D "$POSTGRES_FOLDER/data" status >/dev/null 2>&1; then
        port=$(sed -n 4p "$POSTGRES_FOLDER/data/postmaster.pid")
    else
        port=$(free_port "$2")
        as_postgres "$bin/pg_ctl" -D "$POSTGRES_FOLDER/data" -w -l "$POSTGRES_FOLDER/data/server.log" \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 ${3:-}" start </dev/null >/dev/null 2>&1 ||
            { tail -n 20 "$POSTGRES_FOLDER/data/server.log" >&2; return 1; }
        POSTGRES_STARTED=1
    fi
    POSTGRES_ADMIN="Host=127.0.0.1;Port=$port;Username=haidang;Password=$password;Database=postgres"
}

stop_postgres() {
    [ -z "$POSTGRES_STARTED" ] || as_postgres "$(postgres_bin)/pg_ctl" -D "$POSTGRES_FOLDER/data" -m fast -w stop >/dev/null 2>&1 || true
}

# in_postgres SQL
in_postgres() {
    local port
    port=$(sed -n 4p "$POSTGRES_FOLDER/data/postmaster.pid")
    PGPASSWORD=$(cat "$POSTGRES_FOLDER/password") "$(postgres_bin)/psql" -X -q -At -h 127.0.0.1 -p "$port" -U haidang -d postgres -c "$1"
}

# the connection string of a database, made if it is not there
postgres_database() {
    [ "$(in_postgres "select 1 from pg_database where datname='$1'")" = 1 ] || in_postgres "create database \"$1\"" >&2
    echo "${POSTGRES_ADMIN%Database=*}Database=$1"
}
