#!/usr/bin/env bash
# A Spark cluster on this machine: a master and workers, each a process of its own, on the loopback interface.
#   jobs/cluster.sh start [WORKERS] [CORES]   2 workers of 1 core each, if not told; prints the master's URL
#   jobs/cluster.sh status
#   jobs/cluster.sh stop
# CLUSTER_PORT is the master's port, 7077 if not set, 0 for any that is free; CLUSTER_FOLDER holds logs, process ids and the
# executors' folders; CLUSTER_WORKER_MEMORY is what a worker may give to executors, 4g if not set; CLUSTER_PROPERTIES a file of
# Spark properties for workers, such as those of GPUs.
set -euo pipefail

jobs=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
spark=$jobs/target/dist/spark
folder=${CLUSTER_FOLDER:-$jobs/target/cluster}
SECONDS_TO_START=60

export SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY=256m

refuse() {
  echo "cluster.sh: $1" >&2
  exit 2
}

# Starts a daemon in a session of its own and waits for the sentence in its log that says it is up.
daemon() {
  local name=$1 sentence=$2
  shift 2
  : > "$folder/$name.log"
  setsid "$spark/bin/spark-class" "$@" > "$folder/$name.log" 2>&1 < /dev/null &
  echo $! > "$folder/$name.pid"
  for ((i = 0; i < SECONDS_TO_START * 10; i++)); do
    ! grep -q "$sentence" "$folder/$name.log" || return 0
    is_alive "$name" || break
    sleep 0.1
  done
  tail -n 5 "$folder/$name.log" >&2
  refuse "the $name must be up within $SECONDS_TO_START s, but its log says no such thing: $folder/$name.log"
}

# Whether the process is there and ours: after a restart of the machine its number may be another's.
is_alive() {
  ps -o args= -p "$(cat "$folder/$1.pid")" 2> /dev/null | grep -q 'org.apache.spark\|spark-class'
}

names() {
  for pid in "$folder"/*.pid; do
    [ ! -e "$pid" ] || basename "$pid" .pid
  done
}

master_url() {
  sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$folder/master.log"
}

start() {
  local workers=${1:-2} cores=${2:-1}
  [ -x "$spark/bin/spark-class" ] || refuse "there must be a build first, but there is no $spark: run ./sweep --version"
  [ -z "$(names)" ] || refuse "one cluster at a time, but one was started in $folder: stop it first"
  mkdir -p "$folder"
  # The sentences that are waited for are of the level info.
  export SPARK_DAEMON_JAVA_OPTS="-Dlog4j2.configurationFile=$spark/conf/daemon.log4j2.properties"
  daemon master "New state: ALIVE" org.apache.spark.deploy.master.Master \
    --host 127.0.0.1 --port "${CLUSTER_PORT:-7077}" --webui-port 0
  for ((worker = 1; worker <= workers; worker++)); do
    daemon "worker-$worker" "Successfully registered" org.apache.spark.deploy.worker.Worker \
      --host 127.0.0.1 --webui-port 0 --cores "$cores" --memory "${CLUSTER_WORKER_MEMORY:-4g}" --work-dir "$folder/work-$worker" \
      ${CLUSTER_PROPERTIES:+--properties-file "$CLUSTER_PROPERTIES"} "$(master_url)"
  done
  echo "$(master_url) has $workers workers with $cores cores each; logs are in $folder"
}

status() {
  [ -n "$(names)" ] || { echo "no cluster in $folder"; return; }
  for name in $(names); do
    if is_alive "$name"; then
      echo "$name: process $(cat "$folder/$name.pid")$([ "$name" != master ] || echo ", $(master_url)")"
    else
      echo "$name: gone, see $folder/$name.log"
    fi
  done
}

stop() {
  for name in $(names); do
    ! is_alive "$name" || kill "$(cat "$folder/$name.pid")" 2> /dev/null || true
  done
  for name in $(names); do
    while is_alive "$name"; do sleep 0.1; done
    rm "$folder/$name.pid"
  done
}

case ${1:-} in
  start | status | stop) "$@" ;;
  *) refuse "start [WORKERS] [CORES], status or stop, but got ${1:-nothing}" ;;
esac
