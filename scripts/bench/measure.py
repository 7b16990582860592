# Runs commands one after another and measures each ended process: wait4 reports its CPU time in microseconds, which Node cannot read
# of a child. Each line of standard input is {"argv": [...], "env": {...}}. Each line of the answer contains the exit code, wall and
# CPU time in ms, the peak of its memory in MiB, and what the process printed if it failed.
import json
import os
import sys
import time

for line in sys.stdin:
    command = json.loads(line)
    # A pipe, as the runner reads one.
    reader, writer = os.pipe()
    streams = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_DUP2, writer, 2)]
    started = time.perf_counter()
    pid = os.posix_spawn(command["argv"][0], command["argv"], command["env"], file_actions=streams)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        printed = pipe.read()
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    text = printed.decode(errors="replace") if code else ""
    # Linux reports KiB, macOS bytes.
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    cpu = (usage.ru_utime + usage.ru_stime) * 1000
    print(json.dumps([code, wall * 1000, cpu, usage.ru_maxrss / scale, text]), flush=True)
