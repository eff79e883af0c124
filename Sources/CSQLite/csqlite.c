#include "csqlite.h"
#include <sqlite3.h>
#include <stddef.h>

// sqlite3_config is variadic, which Swift cannot call.
int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int csqlite_sync_log(sqlite3 *connection) {
    sqlite3_file *log = NULL;
    int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (code != SQLITE_OK || log == NULL || log->pMethods == NULL) return code;
    return log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
}
