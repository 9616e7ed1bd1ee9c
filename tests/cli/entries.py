# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Offers, requests and persons from the command line: entered, changed, extended, matched, kept, forgotten;
# dates as people write them; wrong words get one sentence and lose nothing.
# usage: entries.py ERNTEBILD SESSION
import json
import os
import subprocess
import sys
import tempfile

erntebild, session = sys.argv[1], sys.argv[2]
TODAY = '20.12.2016'
n = 0


def verdict(what, ok, why=''):
    global n
    n += 1
    print(('ok %d - %s' if ok else 'not ok %d - %s') % (n, what))
    if not ok:
        print('# ' + str(why).replace('\n', '\n# '))


def run(*args):
    return subprocess.run([erntebild, *args], capture_output=True, text=True)


def log(*args):
    answer = run('log', network, *args, '--today', TODAY, '--json')
    return [json.loads(line) for line in answer.stdout.splitlines()]


print('1..10')
with tempfile.TemporaryDirectory() as folder:
    os.environ.update(LC_ALL='C.UTF-8', LANG='C.UTF-8')
    network = os.path.join(folder, 'n.erntebild')
    run('import', network, session)
    was = log('offers')
    many = len(was)

    entry = log('add', 'offer', 'Deutsch', 'im Park', '--kind', 'Language', '--languages', 'de,Arabisch', '--times',
                'Mo und Mi Abend', '--district', 'Süd-West', '--party', 'Willkommensbündnis Sudenburg', '--until',
                '14.3.2017')[-1]
    verdict('an offer has all that was said', entry == {
        'number': many + 1, 'side': 'offer', 'kind': 'language', 'text': 'Deutsch im Park', 'languages': 'German, Arabic',
        'district': 'Süd-West', 'times': 'Mon and Wed evening', 'party': 'Willkommensbündnis Sudenburg',
        'until': '2017-03-14', 'status': 'open'}, entry)
    verdict('what is not said again stays', log('offer', str(many + 1), '--district', 'Stadtfeld', '--times', '')[-1]
            == {**entry, 'district': 'Stadtfeld', 'times': ''}, log('offers')[-1])
    log('withdraw', str(many + 1))
    gone = log('offers')[-1]['status']
    verdict('what is taken back comes again when it is extended', gone == 'withdrawn'
            and log('extend', str(many + 1), '1. 5. 2017')[-1]['status'] == 'open'
            and log('offers')[-1]['until'] == '2017-05-01', gone)
    request = log('add', 'request', 'Deutsch am Abend', '--kind', 'language', '--party', 'Willkommensbündnis Olvenstedt')[-1]
    pair = '%d %d' % (request['number'], many + 1)
    verdict('what fits is proposed with its numbers', pair in [m['numbers'] for m in log('matches')], log('matches'))
    made = log('match', str(many + 1), str(request['number']), '--until', '2017-01-31')
    states = {o['number']: o['status'] for o in log('offers')}
    verdict('a match becomes an agreement, and both are met', len(made) == 16
            and made[-1]['who'] == 'Willkommensbündnis Sudenburg' and made[-1]['until'] == '2017-01-31'
            and states[request['number']] == states[many + 1] == 'met', made[-1])
    pairs = [m['numbers'] for m in log('matches')]
    log('decline', *pairs[0].split())
    verdict('what does not fit is proposed no more', pairs[0] not in [m['numbers'] for m in log('matches')], pairs)

    made = log('add', 'Amt: Liste ins Netz, bis 30.4.2017, mit Hochschule Magdeburg-Stendal')[-1]
    log('move', '16', '1.2.2017')
    verdict('dates are read as people write them', made['until'] == '2017-04-30' and made['what'] == 'Liste ins Netz'
            and log('agreements')[15]['until'] == '2017-02-01'
            and 'erstes' not in run('log', network, 'minutes', '22.9.2016', '--today', TODAY).stderr
            and 'Fragebogen' in run('log', network, 'minutes', '22.9.2016', '--today', TODAY).stdout, made)

    person = log('add', 'person', 'Erika', 'Mustermann', '--consent', '--role', 'Patin', '--contact', '0391 1',
                 '--party', 'Willkommensbündnis Sudenburg')
    verdict('a name is kept with consent', person == [
        {'name': 'Erika Mustermann', 'role': 'Patin', 'party': 'Willkommensbündnis Sudenburg', 'contact': '0391 1',
         'since': '2016-12-20'}], person)
    run('forget', network, 'Erika Mustermann')
    verdict('and forgotten, with what was kept of her', log('persons') == []
            and b'Mustermann' not in open(network, 'rb').read() and b'0391 1' not in open(network, 'rb').read(),
            log('persons'))

    before = open(network, 'rb').read()
    wrong = [('add', 'person', 'Max'), ('add', 'offer', 'x', '--kind', 'y'), ('add', 'offer', 'x', '--times', 'nie'),
             ('add', 'offer', 'x', '--party', 'Niemand'), ('add', 'offer', 'x', '--until', '31.2.2017'),
             ('add', 'offer', ' '), ('add', 'person', ' ', '--consent'), ('offer', '99', 'x'), ('offer',),
             ('extend', '1', 'bald'), ('extend', '1'), ('match', '1'), ('match', '1', '1'), ('match', '1', '3'),
             ('withdraw', '0'), ('match', str(many + 1), str(request['number'])), ('move', '1', '29.2.2017'),
             ('offers', '--day', 'heute'), ('minutes', '22.9.16'), ('decline', '1', '-2')]
    answers = [run('log', network, *w) for w in wrong]
    bad = [(w, a.returncode, a.stdout[-200:], a.stderr) for w, a in zip(wrong, answers)
           if a.returncode not in (1, 2) or len(a.stderr.strip().splitlines()) != 1]
    verdict('wrong words get one sentence and change nothing', not bad and open(network, 'rb').read() == before, bad)
