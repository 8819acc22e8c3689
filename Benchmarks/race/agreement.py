"""Whether two programs say the same of a graph. Each function returns that and a remark, perhaps empty."""

import numpy as np
from scipy.sparse import csr_array


def numbers(graph, mine, theirs):
    """The same numbers, but for rounding."""
    if len(mine) != len(theirs):
        return False, f"{len(mine)} numbers against {len(theirs)}"
    return bool(np.allclose(mine, theirs, rtol=1e-7, atol=1e-9)), ""


def loosely(graph, mine, theirs):
    """The same numbers to about four digits, of what ends as soon as little changes."""
    return bool(len(mine) == len(theirs) and np.allclose(mine, theirs, rtol=1e-4, atol=1e-5)), ""


def partition(graph, mine, theirs):
    """The same groups, whatever they are called."""
    if len(mine) != len(theirs):
        return False, f"{len(mine)} members against {len(theirs)}"
    pairs = len(np.unique(np.column_stack([mine, theirs]), axis=0))
    counts = len(np.unique(mine)), len(np.unique(theirs))
    same = pairs == counts[0] == counts[1]
    return same, "" if same else f"{counts[0]} groups against {counts[1]}"


def nothing(graph, mine, theirs):
    """Results that chance decides."""
    return True, f"not compared: {mine[0]:.0f}, {theirs[0]:.0f}"


def arrivals(graph, mine, theirs):
    """Who is reached is the same, and the kernel's first times are no later; says where they are earlier."""
    same = np.array_equal(np.isinf(mine), np.isinf(theirs)) and bool(np.all(mine <= theirs))
    later = np.count_nonzero(mine < theirs)
    return bool(same), f"not the first time at {later} of {len(mine)}" if later else ""


def matrix(graph):
    """The adjacency matrix, rows by source."""
    sources, targets = graph.sources, graph.targets
    if graph.kind != "directed":
        sources, targets = np.concatenate([sources, targets]), np.concatenate([targets, sources])
    return csr_array((np.ones(len(sources)), (sources, targets)), shape=(graph.vertices, graph.vertices))


def pagerank_residual(graph, scores):
    """By how much one more step of PageRank would change the scores, summed."""
    scores = scores / scores.sum()
    adjacency = matrix(graph)
    degrees = np.asarray(adjacency.sum(axis=1)).ravel()
    shares = np.divide(scores, degrees, out=np.zeros_like(scores), where=degrees > 0)
    step = 0.85 * (adjacency.T @ shares + scores[degrees == 0].sum() / graph.vertices) + 0.15 / graph.vertices
    return float(np.abs(step - scores).sum())


def eigenvector_residual(graph, scores):
    """The norm of Ax - λx for the scores at norm 1, by the eigenvalue."""
    scores = scores / np.linalg.norm(scores)
    product = matrix(graph).T @ scores
    value = product @ scores
    return float(np.linalg.norm(product - value * scores) / value)


def hits_residual(graph, scores):
    """The norm of AA'h - λh and of A'Aa - λa for hubs h and authorities a at norm 1, by the eigenvalue."""
    adjacency, largest = matrix(graph), 0.0
    for one, back, column in ((adjacency, adjacency.T, scores[:graph.vertices]),
                              (adjacency.T, adjacency, scores[graph.vertices:])):
        column = column / np.linalg.norm(column)
        product = one @ (back @ column)
        value = product @ column
        largest = max(largest, float(np.linalg.norm(product - value * column) / value))
    return largest


def katz_residual(graph, scores):
    """By how much one more step of Katz's iteration would change the scores, by their sum, in whatever scale."""
    adjacency = matrix(graph)
    alpha = 1 / (np.asarray(adjacency.sum(axis=0)).max() + 1)
    own = scores - alpha * (adjacency.T @ scores)
    return float(np.abs(own - own.mean()).sum() / scores.sum())


def by_residual(residual, scale, tolerance):
    def compare(graph, mine, theirs):
        if len(mine) != len(theirs):
            return False, f"{len(mine)} numbers against {len(theirs)}"
        close = np.allclose(scale(mine), scale(theirs), rtol=1e-3, atol=tolerance)
        here, there = residual(graph, mine), residual(graph, theirs)
        return bool(close), f"residuals {here:.0e}, {there:.0e}"
    return compare


stationary = by_residual(pagerank_residual, lambda scores: scores / scores.sum(), 1e-7)
attenuated = by_residual(katz_residual, lambda scores: scores / np.linalg.norm(scores), 1e-7)
singular = by_residual(hits_residual, lambda scores: scores / np.linalg.norm(scores), 1e-6)
dominant = by_residual(eigenvector_residual, lambda scores: scores / np.linalg.norm(scores), 1e-6)


def modularity(graph, labels):
    """Newman's modularity of a partition of an undirected graph without loops."""
    _, labels = np.unique(labels, return_inverse=True)
    sources, targets = graph.sources, graph.targets
    inside = np.count_nonzero(labels[sources] == labels[targets])
    degrees = np.bincount(sources, minlength=graph.vertices) + np.bincount(targets, minlength=graph.vertices)
    totals = np.bincount(labels, weights=degrees)
    edges = len(sources)
    return inside / edges - float((totals / (2 * edges)) @ (totals / (2 * edges)))
