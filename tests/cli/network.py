# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The exchange log as people use it from the command line: what is taken away is there and can be read,
# what is written comes back, wrong words lose nothing.
# usage: network.py ERNTEBILD SESSION
import csv
import difflib
import json
import os
import subprocess
import sys
import tempfile

erntebild, session = sys.argv[1], sys.argv[2]
TODAY = '2016-12-20'
n = 0


def verdict(what, ok, why=''):
    global n
    n += 1
    print(('ok %d - %s' if ok else 'not ok %d - %s') % (n, what))
    if not ok:
        print('# ' + str(why).replace('\n', '\n# '))


def run(*args):
    return subprocess.run([erntebild, *args], capture_output=True, text=True)


def text_of(pdf):
    return subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True).stdout


def structure_of(pdf):
    return subprocess.run(['pdfinfo', '-struct-text', pdf], capture_output=True, text=True).stdout


def log(*args):
    return [json.loads(line) for line in run('log', network, *args, '--today', TODAY, '--json').stdout.splitlines()]


print('1..17')
with tempfile.TemporaryDirectory() as folder:
    os.environ.update(LC_ALL='C.UTF-8', LANG='C.UTF-8')
    at = lambda name: os.path.join(folder, name)
    network = at('n.erntebild')
    run('import', network, session)

    run('export', network, '-o', at('one.md'))
    run('import', at('again.erntebild'), at('one.md'))
    run('export', at('again.erntebild'), '-o', at('two.md'))
    one, two = open(at('one.md')).read(), open(at('two.md')).read()
    verdict('notes that are written, read and written again are the same',
            one == two and "Stand: läuft 2016-11-03 bis 2016-12-02" in one,
            "".join(difflib.unified_diff(one.splitlines(True), two.splitlines(True), n=0)))
    refused = run('log', network, 'agenda', '-o', at('agenda.pdf'))
    verdict('a part that cannot be written says so', refused.returncode == 2 and not os.path.exists(at("agenda.pdf"))
            and '"agenda" cannot be written with -o' in refused.stderr, refused.stderr)
    again = run('import', network, session)
    verdict('notes read twice bring nothing twice', '52 were there already' in again.stdout
            and len(log('agreements')) == 15 and len(log('offers')) == 11, again.stdout)

    agreements = log('agreements')
    verdict('agreements tell what became of them',
            agreements[2]['done_on'] == '2016-06-01' and len(agreements[2]['notes']) == 2
            and agreements[11]['who'] == '' and agreements[3]['due'] == 'overdue', agreements[:4])
    verdict('matches say why', log('matches')[0]['because'] == 'Everyday company; Arabic; Süd-West; Wed morning',
            log('matches'))
    verdict('the timeline follows the idea',
            [s['kind'] for s in log('timeline', 'Sprachcafé')]
            == ['Card', 'Core point', 'Agreement', 'Agreement', 'Meeting', 'Done', 'Done'], log('timeline', 'Sprachcafé'))

    run('log', network, 'minutes', '2016-09-22', '--today', TODAY, '-o', at('p.pdf'))
    text = text_of(at('p.pdf'))
    verdict('minutes as PDF: every word can be read', all(w in text for w in (
        'Protokoll', 'Willkommensbündnis Süd-West', 'Was wir besprochen haben', 'Noch niemand',
        'Donnerstag, 3. November 2016', 'erledigt', 'Seite 1 von 1')), text)
    told = structure_of(at('p.pdf'))
    verdict('minutes that are read out: who was there is a list, what was agreed a table with heads',
            told.count('Table') == 1 and told.count('/Scope /Column') == 4 and told.count('/Scope /Row') == 6
            and told.index('"Wer war da"') < told.index('LI') < told.index('Table') < told.index('"Noch niemand"'), told)
    run('log', network, 'minutes', '2016-09-22', '--today', TODAY, '-o', at('q.pdf'))
    verdict('two runs give the same bytes', open(at('p.pdf'), 'rb').read() == open(at('q.pdf'), 'rb').read())
    for what, args in (('web', ['web']), ('timeline', ['timeline']), ('review', ['review', '2016'])):
        run('log', network, *args, '--today', TODAY, '-o', at(what + '.svg'))
    verdict('pictures as SVG', all(os.path.getsize(at(w + '.svg')) > 20000 for w in ('web', 'timeline', 'review')))

    made = run('folder', network, '--for', 'Willkommensbündnis Stadtfeld', '-o', at('mappe'), '--today', TODAY)
    names = sorted(os.listdir(at('mappe')))
    text = text_of(at('mappe/mappe.pdf'))
    verdict('a folder holds what its pages name', made.returncode == 0 and names == [
        'erinnerung.txt', 'liste.md', 'mappe.pdf', 'poster.pdf', 'termine.ics', 'vereinbarungen.csv']
        and 'Mappe für' in text and 'seit 18 Tagen fällig' in text, (names, made.stderr))
    told = structure_of(at('mappe/mappe.pdf'))
    verdict('a folder that is read out: promises are items of lists, states their labels',
            told.count('LI (block)') > 15 and told.count('Lbl (block)') >= 10 and 'Figure' in told, told)
    own = list(csv.DictReader(open(at('mappe/vereinbarungen.csv'), newline='')))
    verdict('its table has the agreements it owns or helps with, with the day they were done',
            len(own) == 5 and {r['done_on'] for r in own} > {'2016-05-04', '2016-05-19'}, own)

    evil = '=HYPERLINK("http://x";"y")'
    run('log', network, 'add', 'Amt: ' + evil)
    run('log', network, '-o', at('all.csv'))
    rows = list(csv.DictReader(open(at('all.csv'), newline='')))
    verdict('what a spreadsheet would run stays text', rows[-1]['what'] == "'" + evil, rows[-1])

    before = open(network, 'rb').read()
    wrong = [('log', network, 'dance'), ('log', network, 'done', '99'), ('log', network, 'minutes', '1999-01-01'),
             ('log', network, 'agreements', '--today', 'gestern'), ('log', network, 'move', '1', 'morgen'),
             ('log', network, 'plan', 'manchmal'), ('folder', network, '-o', at('x')), ('forget', network),
             ('folder', network, '--for', 'Niemand', '-o', at('x')), ('anonymise', network, '-o', network),
             ('log', network, 'minutes', '2016-09-22', '-o', at('x.doc'))]
    answers = [run(*w) for w in wrong]
    bad = [(w, a.returncode, a.stderr) for w, a in zip(wrong, answers)
           if a.returncode not in (1, 2) or len(a.stderr.strip().splitlines()) != 1]
    verdict('wrong words get one sentence and change nothing',
            not bad and open(network, 'rb').read() == before and not os.path.exists(at('x')), bad)

    run('log', network, 'add', 'Amt: Erika Mustermann einladen')
    told = run('forget', network, 'Erika', 'Mustermann')
    verdict('a name is forgotten, bytes and all', told.stdout.startswith('Forgotten in 1 place')
            and b'Mustermann' not in open(network, 'rb').read() and run('check', network).returncode == 0, told.stdout + told.stderr)
    copied = run('anonymise', network, '-o', at('copy.erntebild'))
    verdict('a copy for passing on is whole', copied.returncode == 0
            and run('check', at('copy.erntebild')).returncode == 0
            and b'Koordinierungsstelle' not in open(at('copy.erntebild'), 'rb').read(), copied.stderr)
