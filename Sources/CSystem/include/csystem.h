#pragma once
#include <stdint.h>

/// Makes everything written to the file system of `fd` durable (Linux `syncfs`). 0, or -1 with `errno`.
int csystem_syncfs(int fd);

/// Renames within `directory`, failing with EEXIST where `to` exists (Linux `renameat2` with RENAME_NOREPLACE). 0, or -1 with `errno`.
int csystem_rename_new(int from_directory, const char *from, int to_directory, const char *to);
