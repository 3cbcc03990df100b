#!/usr/bin/env bash
# Runs Debian's exim in a folder of its own, on a loopback port, delivering everything into FOLDER/maildir.
#   exim.sh FOLDER PORT [CACHE]   in the foreground until killed; unpacked packages stay in CACHE for the next time
# The package is unpacked and not installed: a second mail server on the machine would push out its own. nss_wrapper
# lends it the system user that an installation would have made. Exit 77: the packages can't be had here.
set -euo pipefail

folder=$(realpath -m "$1") port=$2 cache=$(realpath -m "${3:-$1/packages}")
packages=(exim4-daemon-light libidn12 libgnutls-dane0 libunbound8 libevent-2.1-7 libnss-wrapper)

# The list is the stamp: a cache of another list is filled anew.
if [[ $(cat "$cache/done" 2> /dev/null) != "${packages[*]}" ]]; then
    mkdir -p "$cache"
    (cd "$cache" && apt-get download -qq "${packages[@]}" 2> "$cache/apt.log") || exit 77
    for package in "$cache"/*.deb; do dpkg -x "$package" "$cache/root"; done
    chmod u-s "$cache/root/usr/sbin/exim4"
    echo "${packages[*]}" > "$cache/done"
fi

user=$(id -un) group=$(id -gn)
if ((EUID == 0)); then user=nobody group=nogroup; fi
mkdir -p "$folder"/{maildir,log,spool}
{ cat /etc/passwd; echo "Debian-exim:x:$(id -u "$user"):$(getent group "$group" | cut -d: -f3)::/:/bin/false"; } \
    > "$folder/passwd"
{ cat /etc/group; echo "Debian-exim:x:$(getent group "$group" | cut -d: -f3):"; } > "$folder/group"

cat > "$folder/exim.conf" << END
primary_hostname = mta.example
exim_path = $cache/root/usr/sbin/exim4
exim_user = $user
exim_group = $group
never_users =
keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
spool_directory = $folder/spool
log_file_path = $folder/log/%slog
pid_file_path = $folder/exim.pid
daemon_smtp_ports = $port
local_interfaces = 127.0.0.1
tls_advertise_hosts =
smtputf8_advertise_hosts = *
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = check_rcpt
acl_smtp_data = accept
begin acl
check_rcpt:
  deny local_parts = nobody-here
       message = no such person
  accept
begin routers
all:
  driver = accept
  transport = file
begin transports
file:
  driver = appendfile
  directory = $folder/maildir
  maildir_format
  user = $user
  group = $group
begin retry
* * F,1h,1m
END
if ((EUID == 0)); then chown -R "$user:$group" "$folder"/{maildir,log,spool}; fi

libraries=$cache/root/usr/lib/x86_64-linux-gnu:$cache/root/lib/x86_64-linux-gnu
wrapper=$(find "$cache/root" -name 'libnss_wrapper.so' | head -n 1)
exec env "LD_LIBRARY_PATH=$libraries" "LD_PRELOAD=$wrapper" "NSS_WRAPPER_PASSWD=$folder/passwd" \
    "NSS_WRAPPER_GROUP=$folder/group" "$cache/root/usr/sbin/exim4" -C "$folder/exim.conf" -bdf 2> "$folder/stderr"
