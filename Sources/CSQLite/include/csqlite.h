#pragma once

/// Stops SQLite from counting the memory it uses, which takes a lock at every allocation (SQLITE_CONFIG_MEMSTATUS). To be called
/// before anything else of SQLite is. 0, or SQLite's result code.
int csqlite_count_no_memory(void);
