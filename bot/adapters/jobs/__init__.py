"""The queue of jobs, as far as it is the same on every engine, and the embedded one."""
