// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "display.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 10000

static const char device[] = "Section \"InputDevice\"\n"
                             "  Identifier \"%s\"\n"
                             "  Driver \"inputtest\"\n"
                             "  Option \"SocketPath\" \"%s/%s.socket\"\n"
                             "  Option \"DeviceType\" \"%s\"\n"
                             "  Option \"TouchCount\" \"40\"\n"
                             "EndSection\n";

static const char screen[] = "Section \"ServerFlags\"\n"
                             "  Option \"AutoAddDevices\" \"false\"\n"
                             "  Option \"AutoEnableDevices\" \"true\"\n"
                             "EndSection\n"
                             "Section \"Device\"\n"
                             "  Identifier \"card\"\n"
                             "  Driver \"dummy\"\n"
                             "  VideoRam 256000\n"
                             "EndSection\n"
                             "Section \"Monitor\"\n"
                             "  Identifier \"monitor\"\n"
                             "  HorizSync 5-1000\n"
                             "  VertRefresh 5-200\n"
                             "  Modeline \"glass\" 148.5 1920 2008 2052 2200 1080 1084 1089 1125\n"
                             "EndSection\n"
                             "Section \"Screen\"\n"
                             "  Identifier \"screen\"\n"
                             "  Device \"card\"\n"
                             "  Monitor \"monitor\"\n"
                             "  DefaultDepth 24\n"
                             "  SubSection \"Display\"\n"
                             "    Depth 24\n"
                             "    Modes \"glass\"\n"
                             "  EndSubSection\n"
                             "EndSection\n"
                             "Section \"ServerLayout\"\n"
                             "  Identifier \"layout\"\n"
                             "  Screen \"screen\"\n"
                             "  InputDevice \"pointer\" \"CorePointer\"\n"
                             "  InputDevice \"keyboard\" \"CoreKeyboard\"\n"
                             "  InputDevice \"touch\" \"SendCoreEvents\"\n"
                             "EndSection\n";

static void write_config(const char *folder)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, device, "pointer", folder, "pointer", "PointerAbsolute");
    g_string_append_printf(text, device, "keyboard", folder, "keyboard", "Keyboard");
    g_string_append_printf(text, device, "touch", folder, "touch", "Touch");
    g_string_append(text, screen);
    char *path = g_build_filename(folder, "xorg.conf", NULL);
    g_file_set_contents(path, text->str, -1, NULL);
    g_free(path);
    g_string_free(text, TRUE);
}

static int free_number(void)
{
    for (int n = 77; n < 200; n++) {
        char *socket_path = g_strdup_printf("/tmp/.X11-unix/X%d", n);
        char *lock = g_strdup_printf("/tmp/.X%d-lock", n);
        bool taken =
            g_file_test(socket_path, G_FILE_TEST_EXISTS) || g_file_test(lock, G_FILE_TEST_EXISTS);
        g_free(socket_path);
        g_free(lock);
        if (!taken)
            return n;
    }
    return -1;
}

static bool exchange(int fd, const void *message, size_t size, void *answer, size_t answer_size)
{
    if (write(fd, message, size) != (ssize_t)size)
        return false;
    for (size_t got = 0; got < answer_size;) {
        ssize_t n = read(fd, (char *)answer + got, answer_size - got);
        if (n <= 0)
            return false;
        got += (size_t)n;
    }
    return true;
}

// The driver's socket is there a moment after the server is.
static int connect_touch(const struct display *display, const char *folder)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_snprintf(address.sun_path, sizeof address.sun_path, "%s/touch.socket", folder);
    for (int waited = 0; waited < PATIENCE_MS; waited += 50) {
        int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(fd, (const struct sockaddr *)&address, sizeof address) == 0)
            return fd;
        close(fd);
        if (waitpid(display->server, NULL, WNOHANG) == display->server)
            return -1;
        g_usleep(50000);
    }
    return -1;
}

static bool greet(int fd)
{
    const struct {
        uint32_t length, type;
        uint16_t major, minor;
    } hello = {12, 0, 1, 1};
    char answer[12];
    return exchange(fd, &hello, sizeof hello, answer, sizeof answer);
}

bool display_open(struct display *display, const char *folder)
{
    *display = (struct display){.socket = -1, .w = DISPLAY_W};
    int number = free_number();
    // The one that is not set-uid: anybody may run it with the dummy screen.
    const char *server = "/usr/lib/xorg/Xorg";
    if (number < 0 || access(server, X_OK) != 0)
        return false;
    write_config(folder);
    display->name = g_strdup_printf(":%d", number);
    display->log = g_build_filename(folder, "xorg.log", NULL);
    GStrvBuilder *builder = g_strv_builder_new();
    g_strv_builder_add_many(builder, server, display->name, "-config", "xorg.conf", "-logfile",
                            display->log, "-noreset", "-nolisten", "tcp", "-ac", NULL);
    char **arguments = g_strv_builder_end(builder);
    g_strv_builder_unref(builder);
    GPid pid;
    bool started = g_spawn_async(folder, arguments, NULL,
                                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                                     G_SPAWN_STDERR_TO_DEV_NULL,
                                 NULL, NULL, &pid, NULL);
    g_strfreev(arguments);
    if (!started)
        return false;
    display->server = pid;
    display->socket = connect_touch(display, folder);
    return display->socket >= 0 && greet(display->socket);
}

void display_close(struct display *display)
{
    if (display->server > 0) {
        kill(display->server, SIGTERM);
        waitpid(display->server, NULL, 0);
    }
    if (display->socket >= 0)
        close(display->socket);
    g_free(display->name);
    g_free(display->log);
}

static bool run_xrandr(const struct display *display, const char *arguments)
{
    int status = 1;
    char *line = g_strdup_printf("xrandr -display %s %s", display->name, arguments);
    char *said = NULL;
    bool ran = g_spawn_command_line_sync(line, &said, NULL, &status, NULL);
    g_free(said);
    g_free(line);
    return ran && status == 0;
}

// The driver says that an output is connected once it has a mode and is asked again.
bool display_extend(struct display *display)
{
    char *program = g_find_program_in_path("xrandr");
    bool there = program != NULL && run_xrandr(display, "--addmode DUMMY1 1920x1080") &&
                 run_xrandr(display, "--output DUMMY1 --mode 1920x1080 --right-of DUMMY0") &&
                 run_xrandr(display, "--query");
    if (there)
        display->w = 2 * DISPLAY_W;
    g_free(program);
    return there;
}

// xserver/hw/xfree86/drivers/inputtest/xf86-input-inputtest-protocol.h
struct touch_message {
    uint32_t length, type, finger, act;
    uint32_t unaccelerated;
    uint8_t mask[8];
    double valuators[64], raw[64];
};

void display_touch(struct display *display, uint32_t finger, enum finger_act act, double x,
                   double y)
{
    struct touch_message message = {
        .length = sizeof message,
        .type = 6,
        .finger = finger,
        .act = (uint32_t)act,
        .mask = {3},
        .valuators = {x / display->w * 65535, y / DISPLAY_H * 65535},
    };
    const uint32_t sync[2] = {8, 1};
    uint32_t answer[2];
    g_assert(sizeof message == 1056);
    g_assert(write(display->socket, &message, sizeof message) == sizeof message);
    g_assert(exchange(display->socket, sync, sizeof sync, answer, sizeof answer));
}
