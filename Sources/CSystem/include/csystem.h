#pragma once
#include <stdint.h>

/// Makes everything written to the file system of `fd` durable (Linux `syncfs`). 0, or -1 with `errno`.
int csystem_syncfs(int fd);

/// Begins to write a file's bytes to the disk and does not wait for it (Linux `sync_file_range`). It promises nothing: a sync is still needed,
/// and has less to wait for.
void csystem_begin_writing(int fd);

/// Renames within `directory`, failing with EEXIST where `to` exists (Linux `renameat2` with RENAME_NOREPLACE). 0, or -1 with `errno`.
int csystem_rename_new(int from_directory, const char *from, int to_directory, const char *to);

/// Has memory go back to the system as soon as it is free: blocks of 128 KiB and more, and the heap's end from 256 KiB on (glibc
/// `mallopt`). Otherwise glibc keeps the more, the larger the blocks that were freed. 0, or -1 where it does not take that.
int csystem_return_memory(void);
