"""Renders results as Markdown."""

import scaling
from plan import BY_NAME, KERNELS

MEBI = 1 << 20


def render(results):
    """The whole page."""
    rows = results["rows"]
    lines = ["# Times beside other programs", "", *introduction(results), "", "## Against the targets", ""]
    lines += summary(results, rows)
    if any(len({cell["threads"] for cell in row["cells"]}) > 1 for row in rows):
        lines += ["", "## All cores against one", "", *speed_ups(results, rows)]
    if "memory" in results:
        lines += scaling.render_memory(results["memory"])
    if "growth" in results:
        lines += scaling.render_growth(results["growth"], {kernel.name: kernel.title for kernel in KERNELS})
    for graph, description in results["graphs"].items():
        own = [row for row in rows if row["graph"] == graph]
        if own or "missing" in description:
            lines += ["", f"## {description['title']}", "", *details(description, own)]
    return "\n".join(lines) + "\n"


def introduction(results):
    machine = results["machine"]
    dates = sorted({row["date"] for row in results["rows"]}) or ["no date"]
    days = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    return [
        "Made by `Scripts/bench`; [how to read it](README.md). Times are the best of five runs (fewer where they",
        "take long) of the algorithm alone, by turns with the peers on the same graph in memory. A ratio is the",
        "kernel's time by the other's: below 1 the kernel is faster. The ratio that counts is that to the fastest",
        "peer that returns the same result on as many threads.",
        "",
        f"- {days}; {machine['processor']}, {machine['cores']} cores, {machine['memory']} GiB, {machine['system']}",
        f"- {machine['swift']}; Python {machine['python']}, {', '.join(machine['versions'])}",
        f"- load averages before: {machine['load']}; after: {machine.get('load_after', 'not ended')}; the load when"
        " each row began and ended stands in its table",
    ]


def own_cell(row, threads=1):
    return next(cell for cell in row["cells"] if cell["program"] == "kernel" and cell["threads"] == threads)


def rivals(row, threads=1):
    return [cell for cell in row["cells"] if cell["program"] not in ("kernel", "pass") and cell["threads"] == threads]


def best_rival(row, threads=1):
    """The fastest peer with the same result; peers that ran out of time count if there is no other."""
    same = [cell for cell in rivals(row, threads) if not cell.get("partial")]
    timed = [cell for cell in same if "seconds" in cell and cell.get("agrees", True)]
    if timed:
        return min(timed, key=lambda cell: cell["seconds"])
    return next((cell for cell in same if cell.get("status") == "slow"), None)


def ratio(row, threads=1):
    """The kernel's time by the fastest rival's, as a number and in words; None where there is none."""
    mine, other = own_cell(row, threads), best_rival(row, threads)
    if "seconds" not in mine or other is None:
        return None, ""
    if "seconds" in other:
        value = mine["seconds"] / other["seconds"]
        return value, f"{plain(value)} {other['program']}"
    value = mine["seconds"] / float(other["reason"].split()[1])
    return value, f"< {plain(value)} {other['program']}"


def verdict(row):
    """Whether the row's target is met, in words."""
    kernel, mine = BY_NAME[row["kernel"]], own_cell(row)
    said = []
    value, words = ratio(row)
    if value is not None and kernel.target is not None:
        said.append(f"{words}: {'met' if value <= kernel.target else f'**missed** ({kernel.target})'}")
    for cell in row["cells"]:
        if cell["program"] == "pass" and row["graph"].startswith(cell["binding"]) and "seconds" in cell:
            value = mine["seconds"] / cell["seconds"]
            met = "met" if value <= cell["most"] else "**missed**"
            said.append(f"{plain(value)} {cell['call']}: {met} ({cell['most']})")
    if kernel.within and row["graph"].startswith(kernel.within[1]) and "seconds" in mine:
        said.append(f"{'met' if mine['seconds'] < kernel.within[0] else '**missed**'}: under {kernel.within[0]} s")
    if "modularity" in mine:
        said.append(quality(row))
    return "; ".join(said)


def quality(row):
    """The kernel's median modularity, and whose is higher."""
    mine = own_cell(row)["modularity"]
    higher = [f"{cell['program']} {cell['modularity']:.5f}" for cell in rivals(row)
              if cell.get("modularity", 0) > mine + 1e-6 and not cell.get("partial")]
    return f"modularity {mine:.5f}, {'**below** ' + ', '.join(higher) if higher else 'not lower than any'}"


def summary(results, rows):
    graphs = [name for name in results["graphs"] if any(row["graph"] == name for row in rows)]
    lines = [f"| one thread | target | {' | '.join(graphs)} |", f"|---|---|{'---|' * len(graphs)}"]
    for kernel in KERNELS:
        own = {row["graph"]: row for row in rows if row["kernel"] == kernel.name}
        if own:
            target = "" if kernel.target is None else kernel.target
            lines.append(f"| {kernel.title} | {target} | {' | '.join(brief(own.get(name)) for name in graphs)} |")
    return lines


def brief(row):
    """A cell of the summary: the ratio that counts, bold where the target is missed."""
    if row is None:
        return ""
    kernel, mine = BY_NAME[row["kernel"]], own_cell(row)
    if "seconds" not in mine:
        other = best_rival(row)
        beaten = other is not None and "seconds" in other
        return f"**{mine['reason']}; {other['program']} {other['seconds']:.3g} s**" if beaten else mine["reason"]
    if any(cell["program"] == "pass" for cell in row["cells"]):
        return verdict(row)
    value, words = ratio(row)
    if value is None:
        return f"{milliseconds(mine['seconds'])} ms"
    return f"**{words}**" if kernel.target is not None and value > kernel.target else words


def speed_ups(results, rows):
    lines = ["| | graph | threads | one thread, ms | all, ms | speed-up | target 1.7 | fastest peer on all | load |",
             "|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        most = max(cell["threads"] for cell in row["cells"])
        one, every = own_cell(row), own_cell(row, most)
        if most > 1 and "seconds" in one and "seconds" in every:
            gain = one["seconds"] / every["seconds"]
            met = "too short" if one["seconds"] < 0.02 else "met" if gain >= 1.7 else "**missed**"
            lines.append(f"| {BY_NAME[row['kernel']].title} | {row['graph']} | {most} | {milliseconds(one['seconds'])} "
                         f"| {milliseconds(every['seconds'])} | {gain:.2f} | {met} "
                         f"| {ratio(row, most)[1]} | {row['load'][0]} to {row['load'][1]} |")
    return lines


def details(description, rows):
    if "missing" in description:
        return [f"Not run: {description['missing']}."]
    late = description.get("late")
    absent = "".join(f" {name} did not load it: {reason}." for name, reason in description.get("absent", {}).items())
    lines = [f"{description['vertices']:,} vertices, {description['edges']:,} edges.{absent}"
             + (f" Not run, out of time: {', '.join(late)}." if late else ""), "",
             "| | program | threads | ms | ratio | result | memory: added, peak (MiB) | load |",
             "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        for cell in row["cells"]:
            lines.append(detail(description, row, cell))
    return lines


def detail(description, row, cell):
    title = BY_NAME[row["kernel"]].title
    own = cell["program"] == "kernel"
    program = "**kernel**" if own else called(cell)
    mine = own_cell(row, cell["threads"]) if cell["program"] != "pass" else own_cell(row)
    times = milliseconds(cell["seconds"]) if "seconds" in cell else cell.get("reason", "")
    share = plain(mine["seconds"] / cell["seconds"]) if "seconds" in cell and "seconds" in mine and not own else ""
    if cell.get("status") == "failed":
        times = f"failed: {cell['reason']}".replace("|", "/").replace("\n", " ")
    result = verdict(row) if own and cell["threads"] == 1 else outcome(cell)
    loads = f"{row['load'][0]} to {row['load'][1]}" if own else ""
    return (f"| {title if own else ''} | {program} | {cell['threads']} | {times} | {share} | {result} "
            f"| {memory(description, row, cell)} | {loads} |")


def called(cell):
    """Whom and what was called, and what the call converts."""
    converts = f" ({cell['converts']})" if cell.get("converts") else ""
    return cell["call"] if cell["program"] == "pass" else f"{cell['program']}: {cell['call']}{converts}"


def outcome(cell):
    """What is to be said of a peer's result."""
    said = []
    if "agrees" in cell:
        said.append("agrees" if cell["agrees"] else "differs" if cell.get("partial") else "**differs**")
    if "modularity" in cell:
        said.append(f"modularity {cell['modularity']:.5f}, {cell['seeds']} seeds")
    said += [text for text in (cell.get("partial"), cell.get("remark")) if text]
    return ", ".join(said)


def memory(description, row, cell):
    if "memory" not in cell:
        return ""
    use = cell["memory"]
    text = f"+{max(0, use['peak'] - use['before']) / MEBI:.3g}, {use['peak'] / MEBI:.0f}"
    if row["kernel"] == "build" and description["edges"]:
        text += f"; {max(0, use['after'] - use['before']) / description['edges']:.0f} bytes an edge"
    return text


def plain(value):
    """A ratio in two digits or so."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.1g}"


def milliseconds(seconds):
    return f"{seconds * 1000:.3g}" if seconds < 1 else f"{seconds * 1000:.0f}"
