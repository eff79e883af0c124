#pragma once

struct sqlite3;

/// Stops SQLite from counting the memory it uses, which takes a lock at every allocation (SQLITE_CONFIG_MEMSTATUS). To be called
/// before anything else of SQLite is. 0, or SQLite's result code.
int csqlite_count_no_memory(void);

/// Waits until the disk has all that was committed: syncs the write-ahead log, as a commit with `synchronous = FULL` does. 0, or SQLite's
/// result code.
int csqlite_sync_log(struct sqlite3 *connection);
