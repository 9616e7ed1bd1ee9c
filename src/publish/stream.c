// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/stream.h"

#include <errno.h>

#include "base/err.h"

bool stream_open(struct stream *stream, const char *file, const char *shown, struct err *err)
{
    stream->errnum = 0;
    stream->file = fopen(file, "wbe");
    return stream->file != NULL || err_set_errno(err, errno, shown);
}

cairo_status_t stream_write(void *context, const unsigned char *data, unsigned size)
{
    struct stream *stream = context;
    if (fwrite(data, 1, size, stream->file) == size)
        return CAIRO_STATUS_SUCCESS;
    if (stream->errnum == 0)
        stream->errnum = errno;
    return CAIRO_STATUS_WRITE_ERROR;
}

bool stream_close(struct stream *stream, cairo_status_t status, const char *shown, struct err *err)
{
    if (fclose(stream->file) != 0 && stream->errnum == 0)
        stream->errnum = errno;
    if (stream->errnum != 0)
        return err_set_errno(err, stream->errnum, shown);
    if (status != CAIRO_STATUS_SUCCESS)
        return err_set(err, ERR_IO, "%s: %s. Try again or choose another place.", shown,
                       cairo_status_to_string(status));
    return true;
}
