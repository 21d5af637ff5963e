# Runs livekit-server and ends it when no Perch server has renewed the lease for ten steps.
# Arguments: livekit-server, its configuration, lease file, file for its process id, seconds a step.
ulimit -n "$(ulimit -Hn)" 2>/dev/null
"$1" --config "$2" &
livekit=$!
echo "$livekit" >"$4"

(
  missed=0
  while [ "$missed" -lt 10 ]; do
    sleep "$5"
    missed=$((missed + 1))
    if [ -e "$3" ]; then
      rm -f "$3"
      missed=0
    fi
  done
  kill -TERM "$livekit"
  sleep 1
  kill -TERM "$livekit"
  sleep 3
  kill -KILL "$livekit"
) &

# A stop goes to the whole group; this shell stays to see livekit-server end.
trap : TERM
wait "$livekit"
code=$?
while kill -0 "$livekit" 2>/dev/null; do
  wait "$livekit"
  code=$?
done
rm -f "$4"
trap '' TERM
kill -TERM 0
exit "$code"
