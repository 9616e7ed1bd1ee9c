# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The calendar of the sample network as programs other than ours read it: python3-icalendar and
# python3-vobject (each with its own parser), and radicale, a CalDAV server, over the loopback.
# Days and times must be right across the change of the clocks, and a second upload must update
# entries, not double them. A reader that is not installed is skipped and said.
# usage: calendars.py ERNTEBILD SESSION
import datetime
import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time

erntebild, session = sys.argv[1], sys.argv[2]
# Every date of the series in its first year: the rule, without what was cancelled, with what moved.
HELD = ['2016-05-19', '2016-06-30', '2016-08-18', '2016-09-22', '2016-11-03', '2016-12-15']
LATER = ['2017-03-09', '2017-04-20']
CANCELLED, MOVED_FROM = '2017-01-26', '2016-08-11'
n = 0


def verdict(what, ok, why=''):
    global n
    n += 1
    print(('ok %d - %s' if ok else 'not ok %d - %s') % (n, what))
    if not ok:
        print('# ' + str(why))


def skip(what):
    global n
    n += 1
    print('ok %d - %s # SKIP not installed' % (n, what))


def run(*args):
    subprocess.run([erntebild, *args], check=True, stdout=subprocess.DEVNULL)


def expand_icalendar(text):
    """Starts of all dates of the series, by UTC: python3-icalendar and dateutil's own rules."""
    import icalendar
    from dateutil import rrule, tz
    berlin = tz.gettz('Europe/Berlin')
    starts, moved = {}, {}
    for event in icalendar.Calendar.from_ical(text).walk('VEVENT'):
        uid, start = str(event['UID']), event['DTSTART'].dt
        start = start.replace(tzinfo=None)
        if 'RECURRENCE-ID' in event:
            moved[event['RECURRENCE-ID'].dt.replace(tzinfo=None)] = start
        elif 'RRULE' in event:
            rule = rrule.rrulestr(event['RRULE'].to_ical().decode(), dtstart=start)
            out = event.get('EXDATE', [])
            out = {d.dt.replace(tzinfo=None) for e in (out if isinstance(out, list) else [out]) for d in e.dts}
            starts[uid] = [d for d in rule.between(start, datetime.datetime(2017, 6, 1), inc=True) if d not in out]
    days = sorted(moved.get(d, d) for s in starts.values() for d in s)
    return [d.replace(tzinfo=berlin).astimezone(tz.UTC) for d in days]


def check_days(name, days):
    local = [d.strftime('%Y-%m-%d') for d in days]
    verdict(name + ': the days', local == HELD + LATER, local)
    # 17:00 in Magdeburg is 15:00 UTC in summer and 16:00 UTC in winter.
    hours = [d.hour for d in days]
    verdict(name + ': the hours on both sides of the change of clocks',
            hours == [15, 15, 15, 15, 16, 16, 16, 15], hours)


def check_icalendar(text):
    try:
        import icalendar
    except ImportError:
        for what in ('the days', 'the hours', 'the tasks'):
            skip('icalendar: ' + what)
        return
    check_days('icalendar', expand_icalendar(text))
    todos = icalendar.Calendar.from_ical(text).walk('VTODO')
    states = sorted(str(t['STATUS']) for t in todos)
    verdict('icalendar: the tasks with their states',
            len(todos) == 15 and states.count('COMPLETED') == 8 and states.count('CANCELLED') == 1, states)


def check_vobject(text):
    try:
        import vobject
    except ImportError:
        for what in ('the days', 'the hours'):
            skip('vobject: ' + what)
        return
    # vobject reads the zone that comes with the file, not that of the machine.
    calendar = vobject.readOne(text.decode())
    moved, days = {}, []
    for event in calendar.vevent_list:
        if hasattr(event, 'recurrence_id'):
            moved[event.recurrence_id.value] = event.dtstart.value
    for event in calendar.vevent_list:
        if hasattr(event, 'rrule'):
            rules = event.getrruleset(addRDate=True)
            zone = event.dtstart.value.tzinfo
            for day in rules:
                day = day if day.tzinfo else day.replace(tzinfo=zone)
                if day.year > 2017 or (day.year == 2017 and day.month > 5):
                    break
                days.append(moved.get(day, day).astimezone(datetime.timezone.utc))
    check_days('vobject', sorted(days))


def request(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, data


def check_radicale(folder, first, second):
    try:
        import radicale  # noqa: F401
    except ImportError:
        for what in ('takes the calendar', 'a second upload doubles nothing', 'the change is there'):
            skip('radicale: ' + what)
        return
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        port = s.getsockname()[1]
    log = open(os.path.join(folder, 'radicale.log'), 'wb')
    server = subprocess.Popen(
        [sys.executable, '-m', 'radicale', '--config', '', '--server-hosts', '127.0.0.1:%d' % port, '--auth-type', 'none',
         '--rights-type', 'authenticated', '--storage-filesystem-folder', os.path.join(folder, 'dav')],
        stdout=log, stderr=log)
    try:
        for _ in range(100):
            try:
                request(port, 'GET', '/.web/')
                break
            except OSError:
                time.sleep(0.1)
        auth = {'Authorization': 'Basic dGlzY2g6dGlzY2g=', 'Content-Type': 'text/calendar; charset=utf-8'}
        status, data = request(port, 'PUT', '/tisch/runde/', first, auth)
        verdict('radicale: takes the calendar', status in (201, 204), (status, data[:200]))
        _, before = request(port, 'GET', '/tisch/runde/', None, auth)
        status, data = request(port, 'PUT', '/tisch/runde/', second, auth)
        _, after = request(port, 'GET', '/tisch/runde/', None, auth)
        uids = lambda text: sorted(set(re.findall(rb'\nUID:(\S+)', text)))
        count = lambda text: (text.count(b'BEGIN:VEVENT'), text.count(b'BEGIN:VTODO'))
        verdict('radicale: a second upload doubles nothing',
                uids(before) == uids(after) and count(before) == count(after) and len(uids(after)) == 16,
                (count(before), count(after), len(uids(after))))
        verdict('radicale: the change is there', b'Alle 48 Antworten sind da.' in after, after[-600:])
    finally:
        server.terminate()
        server.wait()
        log.close()


print('1..10')
with tempfile.TemporaryDirectory() as folder:
    os.environ['LC_ALL'] = 'C.UTF-8'
    network, out = os.path.join(folder, 'n.erntebild'), os.path.join(folder, 'n.ics')
    run('import', network, session)
    run('export', network, '-o', out)
    first = open(out, 'rb').read()
    run('export', network, '-o', out)
    verdict('two exports are the same bytes', open(out, 'rb').read() == first)
    time.sleep(0.01)
    run('log', network, 'done', '4', '--note', 'Alle 48 Antworten sind da.', '--today', '2016-12-20')
    run('export', network, '-o', out)
    second = open(out, 'rb').read()
    sequences = lambda t: {m[0]: int(m[1]) for m in re.findall(rb'\nUID:(\S+)\r\n(?:.*\r\n)*?SEQUENCE:(\d+)', t)}
    grown = [u for u, s in sequences(second).items() if s > sequences(first)[u]]
    verdict('UID stays, and SEQUENCE grows where something changed and nowhere else',
            len(grown) == 1 and sequences(first).keys() == sequences(second).keys(), grown)
    check_icalendar(first)
    check_vobject(first)
    check_radicale(folder, first, second)
