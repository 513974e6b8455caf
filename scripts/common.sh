# What the scripts share; sourced, never run. Each function says what it needs and leaves behind.

fail() {
    printf '%s: %s\n' "scripts/$(basename "$0")" "$*" >&2
    exit 1
}

# The folder of PostgreSQL's programs, newest first; Debian keeps them off the PATH.
postgres_programs() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
        if [[ -x $folder/initdb && -x $folder/postgres ]]; then
            echo "$folder"
            return
        fi
    done
    if command -v initdb >/dev/null && command -v postgres >/dev/null; then dirname "$(command -v initdb)"; fi
}

# nginx, which Debian keeps where only root's PATH looks.
nginx_program() { command -v nginx || { [[ -x /usr/sbin/nginx ]] && echo /usr/sbin/nginx; }; }

# So many ports that stay free until a program of ours takes them, and while it is started again: below those that
# the system gives to whoever asks for any.
free_ports() {
    python3 - "$1" <<'PYTHON'
import random, socket, sys

def free(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) != 0

ports = (port for port in random.sample(range(10_000, 32_000), 22_000) if free(port))
print(*(next(ports) for _ in range(int(sys.argv[1]))))
PYTHON
}

# Fetches packages from Debian.
install_packages() {
    command -v apt-get >/dev/null || fail "install $* by hand: this machine has no apt-get"
    local as_root=()
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null || fail "run as root, or install $* first: this machine has no sudo"
        as_root=(sudo)
    fi
    # Debian would make a PostgreSQL cluster and start it, and start nginx; ours are made by ourselves.
    local no_cluster=/etc/postgresql-common/createcluster.d/pejl-tests.conf no_start=/usr/sbin/policy-rc.d
    "${as_root[@]}" mkdir -p "$(dirname "$no_cluster")"
    echo 'create_main_cluster = false' | "${as_root[@]}" tee "$no_cluster" >/dev/null
    if [[ ! -e $no_start ]]; then
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$no_start" >/dev/null
        "${as_root[@]}" chmod +x "$no_start"
    else
        no_start=
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
    "${as_root[@]}" rm -f "$no_cluster" $no_start
}

# The mail servers of the tests, in a Python environment of their own under target/venv.
install_mail_server() {
    local python=target/venv/bin/python
    if ! "$python" -c 'import aiosmtpd' 2>/dev/null; then
        mkdir -p target
        python3 -m venv --clear target/venv
        "$python" -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
    fi
    export PEJL_TEST_PYTHON=$PWD/$python
}

# What speaks WebDriver to Firefox, in target/tools; Debian has no package of it. Built without optimising and without
# what debuggers read it takes a minute and a half of one core.
install_geckodriver() {
    [[ -x target/tools/bin/geckodriver ]] && return
    CARGO_PROFILE_DEV_DEBUG=false cargo install geckodriver --version 0.37.1 --locked --debug --root target/tools ||
        fail "geckodriver could not be built; is there a way to the registry of crates?"
}

# Where files go that need not outlive the tests: in memory where there are 4 GB for them, else /tmp. Each test makes
# and drops a database of hundreds of files, and half of all that the tests cost was ext4 looking for free inodes.
quick_folder() {
    local free
    free=$(df --output=avail -B1G /dev/shm 2>/dev/null | tail -1)
    if [[ -w /dev/shm && ${free:-0} -ge 4 ]]; then echo /dev/shm; else echo /tmp; fi
}

# Makes a PostgreSQL cluster in $1/data, a folder outside the checkout that its user can reach.
# PostgreSQL refuses to run as root, so it runs as another user then.
make_postgres() {
    local folder=$1
    postgres_owner "$folder"
    (cd "$folder" && "${postgres_as[@]}" "$(postgres_programs)/initdb" --pgdata data --no-sync \
        --username postgres --auth trust --encoding UTF8 --no-locale >/dev/null)
}

# Sets postgres_as to what a program of PostgreSQL is run with, and gives it the folder.
postgres_owner() {
    postgres_as=()
    if [[ $(id -u) == 0 ]]; then
        local user=postgres
        id "$user" >/dev/null 2>&1 || user=nobody
        chown "$user" "$1"
        chmod 755 "$1"
        postgres_as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env HOME="$1")
    fi
}

# Starts the cluster in $1/data on a socket in $1 and nowhere else, with the settings that follow;
# sets postgres_pid and postgres_url (of the database `postgres`).
start_postgres() {
    local folder=$1 programs attempt
    shift
    programs=$(postgres_programs)
    postgres_owner "$folder"
    (cd "$folder" && exec "${postgres_as[@]}" "$programs/postgres" -D data -k "$folder" -c listen_addresses= \
        "$@") >>"$folder.log" 2>&1 &
    postgres_pid=$!
    for attempt in {1..150}; do
        if "$programs/pg_isready" -q -h "$folder" -U postgres; then
            postgres_url="postgres://postgres@${folder//\//%2F}/postgres"
            return
        fi
        kill -0 "$postgres_pid" 2>/dev/null || break
        sleep 0.2
    done
    cat "$folder.log" >&2
    fail "PostgreSQL did not start"
}

# Makes and starts a PostgreSQL in the folder $1 that takes connections over TLS alone, on a free port of
# this machine; sets postgres_pid, postgres_tls_url and postgres_certificate.
start_postgres_tls() {
    local folder=$1 port
    make_postgres "$folder"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>/dev/null
    printf 'local all all trust\nhostssl all all 127.0.0.1/32 trust\nhostssl all all ::1/128 trust\n' \
        >"$folder/data/pg_hba.conf"
    postgres_owner "$folder"
    chmod 600 "$folder/key.pem"
    if [[ $(id -u) == 0 ]]; then chown --reference="$folder" "$folder"/*.pem; fi
    port=$(free_ports 1)
    PGPORT=$port start_postgres "$folder" -c listen_addresses=localhost -c fsync=off \
        -c ssl=on -c ssl_cert_file="$folder/certificate.pem" -c ssl_key_file="$folder/key.pem"
    postgres_tls_url="postgres://postgres@localhost:$port/postgres"
    postgres_certificate=$folder/certificate.pem
}

# Ends the PostgreSQL with this process id; INT is its fast shutdown, which ends connections.
stop_postgres() {
    [[ -z ${1:-} ]] && return
    kill -INT "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

# Fetches every crate of the lock file, for all platforms: `cargo metadata`, by which cargo-deny sees the
# tree, wants those of other platforms too. A registry that fails is tried again.
fetch_crates() {
    local attempt
    for attempt in 1 2 3; do
        if CARGO_NET_RETRY=10 cargo fetch --locked --quiet; then return; fi
        sleep $((attempt * 5))
    done
    fail "the crates in Cargo.lock could not be fetched; is there a way to the registry?"
}
