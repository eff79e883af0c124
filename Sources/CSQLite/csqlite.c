#include "csqlite.h"
#include <sqlite3.h>

// sqlite3_config is variadic, which Swift cannot call.
int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
