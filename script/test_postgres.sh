# A private PostgreSQL 15 for the tests: start_postgres makes a cluster in a new folder and exports
# COMMIS_TEST_POSTGRES, stop_postgres ends it and removes the folder. Sourced by script/test and script/bench.
# `start_postgres durable` makes one that writes to the disk before it says yes, as one in earnest does.
postgres_folder=""
postgres_binaries=/usr/lib/postgresql/15/bin

# PostgreSQL refuses to run as root, so root hands it to the user of Debian's package.
as_postgres() {
    if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
    local port
    while true; do
        port=$((20000 + RANDOM % 12000))
        # A port that nobody answers on is free enough: the cluster refuses to start on a taken one.
        (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$port"; return; }
    done
}

start_postgres() {
    if [[ -n ${COMMIS_TEST_POSTGRES:-} ]]; then
        say "using the PostgreSQL that COMMIS_TEST_POSTGRES names"
        return
    fi
    if [[ ! -x $postgres_binaries/initdb ]]; then
        say "no PostgreSQL 15 here: its tests will be skipped"
        return
    fi
    local port password
    # A test cluster is thrown away, so it need not survive a power cut.
    local safety="-F -c full_page_writes=off"
    if [[ ${1:-} == durable ]]; then safety="-c fsync=on -c synchronous_commit=on"; fi
    postgres_folder=$(mktemp -d /tmp/commis-postgres.XXXXXX)
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$password" > "$postgres_folder/password"
    if ((EUID == 0)); then chown -R postgres "$postgres_folder"; fi
    (
        cd "$postgres_folder"
        as_postgres "$postgres_binaries/initdb" -D data -U commis --pwfile=password --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C.UTF-8 --no-sync > initdb.log
    ) || { cat "$postgres_folder/initdb.log" >&2; fail "initdb failed"; }
    for port in $(free_port) $(free_port) $(free_port); do
        if as_postgres "$postgres_binaries/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/server.log" \
            -w -s start -o "-h 127.0.0.1 -p $port -k $postgres_folder $safety \
                -c max_connections=200 -c shared_buffers=128MB -c timezone=UTC"; then
            export COMMIS_TEST_POSTGRES="postgresql://commis:$password@127.0.0.1:$port/postgres"
            say "PostgreSQL 15 for the tests is up on a loopback port"
            return
        fi
    done
    cat "$postgres_folder/server.log" >&2
    fail "PostgreSQL did not start"
}

stop_postgres() {
    [[ -n $postgres_folder ]] || return 0
    as_postgres "$postgres_binaries/pg_ctl" -D "$postgres_folder/data" -m immediate -s stop || true
    rm -rf "$postgres_folder"
    postgres_folder=""
}
