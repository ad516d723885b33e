#!/usr/bin/env python3
"""Fits the weights of confidence.tsv, and says how well confidence is calibrated. Python 3 standard library only.

    calibrate.py <borderwatch> <folder with score.py and dev/> <no-incident.jsonl …> [--fit src/BorderWatch.Extraction/Data/confidence.tsv]

An incident is right where ACLED's class of the row is its type (first incident of a row), where it matches a MUC-4 template
as score.py matches them, and never in an article of ours that reports none. Measured are the expected calibration error, over ten
bins of equal size, and the reliability table, on articles that the weights were not fitted on. --fit writes the weights of all.
"""
import hashlib, json, math, re, subprocess, sys

USED = ('salience', 'length', 'one of many', 'protest', 'riot', 'strategic')

def main():
    args = sys.argv[1:]
    target = args.pop(args.index('--fit') + 1) if '--fit' in args else None
    if '--fit' in args: args.remove('--fit')
    borderwatch, folder, negatives = args[0], args[1], args[2:]
    sys.path.insert(0, folder)
    import score
    rows = []
    for name, judge in (('acled', by_class), ('muc4', by_template)):
        path = f'{folder}/dev/{name}.jsonl'
        for gold, incidents in explained(borderwatch, path): rows += [(gold['id'], f, c, r) for f, c, r in judge(score, gold, incidents)]
    for path in negatives:
        for article, incidents in explained(borderwatch, path): rows += [(article['id'], f, c, False) for f, _, c in incidents]
    report('as given now', rows)
    for parts, name in ((2, 'each half judged by the weights of the other'), (10, 'each tenth judged by the weights of the other nine')):
        judged = []
        for part in range(parts):
            weights = fit([r for r in rows if hashed(r[0]) % parts != part])
            judged += [(i, f, logistic(weights, f), r) for i, f, _, r in rows if hashed(i) % parts == part]
        report(name, judged)
    if target:
        head = [l for l in open(target) if l.startswith('#')]
        open(target, 'w').write(''.join(head) + ''.join(f'{n}\t{w:.3f}\n' for n, w in fit(rows).items()))

def hashed(id): return int.from_bytes(hashlib.sha256(('calibration ' + id).encode()).digest()[:4], 'big')

def explained(borderwatch, path):
    """Each article of a file with (features, incident as printed by extract, confidence)."""
    lines = [l for l in open(path, encoding='utf-8') if l.strip()]
    text = ''.join(lines).encode()
    out = [json.loads(l) for l in subprocess.run([borderwatch, 'extract'], input=text, stdout=subprocess.PIPE, check=True).stdout.decode().split('\n') if l]
    features, at = {}, None
    for line in subprocess.run([borderwatch, 'explain'], input=text, stdout=subprocess.PIPE, check=True).stdout.decode().split('\n'):
        if m := re.match(r'(\S+) \(\w+\)$', line): at = m[1]
        elif m := re.match(r'    confidence +“.*”  →  (salience .*)$', line, re.S):
            features.setdefault(at, []).append({n: float(v) for n, v in (p.rsplit(' ', 1) for p in m[1].split('; '))})
    for line, o in zip(lines, out):
        article = json.loads(line); own = features.get(article['id'], [])
        assert len(own) == len(o['incidents']), article['id']
        yield article, [(f, i, i['confidence']) for f, i in zip(own, o['incidents'])]

def by_class(score, gold, incidents):
    for f, i, c in incidents[:1]: yield f, c, i['eventType'] in gold['gold']['class'].split('|')

def by_template(score, gold, incidents):
    ks, pairs = gold['gold'], []
    for n, (_, p, _) in enumerate(incidents):
        names = [a['name'] for a in p['actors']]; place = (p['place'] or {}).get('name') or ''
        for j, k in enumerate(ks):
            if not any(p['eventType'] in score.COMPATIBLE.get(t, {p['eventType']}) for t in k['types']): continue
            s = 1 + score.said(names, sum(k['perpOrgs'] + k['perpIndividuals'], [])) + score.said(names, sum(k['victims'] + k['physicalTargets'], [])) + score.said([place], [k['location']])
            if s > 1 or len(ks) == 1: pairs.append((-s, n, j))
    mine, theirs = set(), set()
    for _, n, j in sorted(pairs):
        if n not in mine and j not in theirs: mine.add(n); theirs.add(j)
    for n, (f, _, c) in enumerate(incidents): yield f, c, n in mine

def logistic(weights, features):
    z = weights['constant'] + sum(weights[n] * v for n, v in features.items() if n in weights)
    return min(0.98, max(0.02, 1 / (1 + math.exp(-z))))

def fit(rows, ridge=6.0, steps=4000, rate=0.5):
    """Logistic regression with a small ridge, by gradient descent on standardised features."""
    names = [k for k in rows[0][1] if k in USED]; n = len(rows)
    mean = {k: sum(f[k] for _, f, _, _ in rows) / n for k in names}
    dev = {k: max(1e-6, (sum((f[k] - mean[k]) ** 2 for _, f, _, _ in rows) / n) ** 0.5) for k in names}
    x = [[(f[k] - mean[k]) / dev[k] for k in names] for _, f, _, _ in rows]; y = [float(r) for *_, r in rows]
    w, b = [0.0] * len(names), 0.0
    for _ in range(steps):
        g, gb = [ridge * v / n for v in w], 0.0
        for row, right in zip(x, y):
            e = (1 / (1 + math.exp(-(b + sum(a * c for a, c in zip(w, row))))) - right) / n
            gb += e
            for k, v in enumerate(row): g[k] += e * v
        b -= rate * gb; w = [v - rate * d for v, d in zip(w, g)]
    weights = {k: v / dev[k] for k, v in zip(names, w)}
    return {'constant': b - sum(weights[k] * mean[k] for k in names), **weights}

def report(name, rows):
    rows = sorted(rows, key=lambda r: r[2]); n = len(rows); size = max(1, math.ceil(n / 10)); ece = 0.0
    print(f'\n{name}: {n} incidents, {sum(r for *_, r in rows)} right\n\n| confidence given | incidents | right |\n| --- | --- | --- |')
    for i in range(0, n, size):
        part = rows[i:i + size]; given = sum(r[2] for r in part) / len(part); right = sum(r[3] for r in part) / len(part)
        ece += len(part) / n * abs(given - right)
        print(f'| {given:.2f} ({part[0][2]:.2f} to {part[-1][2]:.2f}) | {len(part)} | {right:.2f} |')
    print(f'\nexpected calibration error {ece:.3f}')

if __name__ == '__main__': main()
