# How the script speaks: Vietnamese first, English beside it.

say() { printf '%s / %s\n' "$1" "$2"; }

fail() {
    printf '✗ %s / %s\n' "$1" "$2" >&2
    exit 1
}
