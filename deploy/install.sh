#!/bin/sh
# Puts the units of this folder in their places on a Debian with systemd, and starts them. Again after an update: it
# keeps what is set in /etc/huiskamer.env and /etc/huiskamer-kiosk.env.
#
#   sudo sh deploy/install.sh server          the server
#   sudo sh deploy/install.sh kiosk           the screen
#   sudo sh deploy/install.sh server kiosk    both on one box
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=${DESTDIR:-}

[ "$#" -gt 0 ] || { sed -n '5,7s/^# *//p' "$0" >&2; exit 2; }
[ "$here" = /opt/huiskamer/deploy ] || [ -n "$to" ] || { echo "Huiskamer belongs in /opt/huiskamer." >&2; exit 1; }

put() {
  mkdir -p "$(dirname "$to$3")"
  cp "$here/$2" "$to$3"
  chmod "$1" "$to$3"
}
# What somebody has set stays.
keep() { [ -e "$to$3" ] || put "$@"; }

put 644 systemd/huiskamer.sysusers /usr/lib/sysusers.d/huiskamer.conf
put 644 systemd/huiskamer-watchdog.conf /etc/systemd/system.conf.d/huiskamer.conf
units=
for what in "$@"; do
  case $what in
    server)
      for unit in huiskamer.service huiskamer-watch.service huiskamer-watch.timer; do
        put 644 "systemd/$unit" "/etc/systemd/system/$unit"
      done
      keep 600 systemd/huiskamer.env /etc/huiskamer.env
      units="$units huiskamer.service huiskamer-watch.timer"
      ;;
    kiosk)
      put 644 systemd/huiskamer-kiosk.service /etc/systemd/system/huiskamer-kiosk.service
      keep 644 systemd/huiskamer-kiosk.env /etc/huiskamer-kiosk.env
      put 644 kiosk/policy.json /etc/chromium/policies/managed/huiskamer.json
      units="$units huiskamer-kiosk.service"
      ;;
    *)
      echo "server or kiosk, not $what" >&2
      exit 2
      ;;
  esac
done
[ -z "$to" ] || exit 0

systemd-sysusers
systemctl daemon-reexec
systemctl enable $units
systemctl restart $units
case " $* " in *" kiosk "*) systemctl set-default graphical.target ;; esac
