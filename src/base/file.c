// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/tr.h"

char *file_read(const char *path, size_t *size, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        err_set_errno(err, errno, path);
        return NULL;
    }
    GByteArray *bytes = g_byte_array_new();
    guint8 chunk[65536];
    ssize_t got;
    while ((got = read(fd, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || bytes->len > (1u << 30)) {
            if (got < 0)
                err_set_errno(err, errno, path);
            else
                err_set(err, ERR_INPUT, "%s: larger than 1 GB. Split it.", path);
            close(fd);
            g_byte_array_free(bytes, TRUE);
            return NULL;
        }
        g_byte_array_append(bytes, chunk, (guint)got);
    }
    close(fd);
    if (size != NULL)
        *size = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    return (char *)g_byte_array_free(bytes, FALSE);
}

char *file_temp(const char *path)
{
    return g_strdup_printf("%s.%ld.part", path, (long)getpid());
}

void file_abandon(const char *temp)
{
    unlink(temp);
}

static bool sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0;
    int errnum = errno;
    close(fd);
    errno = errnum;
    return ok;
}

// Devices, pipes and sockets are written to, never replaced.
static bool is_special(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode);
}

bool file_may_replace(const char *path, struct err *err)
{
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return err_set_errno(err, EISDIR, path);
    if (is_special(path))
        return err_set(err, ERR_INPUT, N_("%s: this is a device or a pipe. Name a file."), path);
    return true;
}

bool file_commit(const char *temp, const char *path, struct err *err)
{
    if (!file_may_replace(path, err)) {
        file_abandon(temp);
        return false;
    }
    if (!sync_path(temp, O_RDWR) || rename(temp, path) != 0) {
        int errnum = errno;
        file_abandon(temp);
        return err_set_errno(err, errnum, path);
    }
    // The new name is on the disk only when its directory is; some file systems cannot say.
    char *folder = g_path_get_dirname(path);
    sync_path(folder, O_RDONLY | O_DIRECTORY);
    g_free(folder);
    return true;
}

// Writes all bytes into `temp`, which stands for `path` in what is said. A regular file that could not
// be written whole is gone.
static bool put(const char *temp, const char *path, const char *from, size_t size, struct err *err)
{
    int fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool ok = fd >= 0;
    int errnum = errno;
    while (ok && size > 0) {
        ssize_t written = write(fd, from, size);
        if (written < 0 && errno == EINTR)
            continue;
        ok = written > 0;
        errnum = errno;
        if (ok) {
            from += written;
            size -= (size_t)written;
        }
    }
    if (fd >= 0 && close(fd) != 0 && ok) {
        ok = false;
        errnum = errno;
    }
    if (ok)
        return true;
    if (fd >= 0 && !is_special(temp))
        file_abandon(temp);
    return err_set_errno(err, errnum, path);
}

bool file_write(const char *path, const void *data, size_t size, struct err *err)
{
    if (is_special(path))
        return put(path, path, data, size, err);
    char *temp = file_temp(path);
    bool ok = put(temp, path, data, size, err) && file_commit(temp, path, err);
    g_free(temp);
    return ok;
}

bool file_refresh(const char *path, const void *data, size_t size, struct err *err)
{
    if (!file_may_replace(path, err))
        return false;
    char *temp = file_temp(path);
    bool ok = put(temp, path, data, size, err);
    if (ok && rename(temp, path) != 0) {
        err_set_errno(err, errno, path);
        file_abandon(temp);
        ok = false;
    }
    g_free(temp);
    return ok;
}

char *file_data(const char *name)
{
    const char *set = g_getenv("ERNTEBILD_DATA");
    if (set != NULL && *set != '\0')
        return g_build_filename(set, name, NULL);
    char *path = NULL;
    char *self = g_file_read_link("/proc/self/exe", NULL);
    if (self != NULL) {
        char *folder = g_path_get_dirname(self);
        path = g_build_filename(folder, "data", name, NULL);
        g_free(folder);
        g_free(self);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            g_clear_pointer(&path, g_free);
    }
    return path != NULL ? path : g_build_filename(ERNTEBILD_DATADIR, name, NULL);
}
