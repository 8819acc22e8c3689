"""NetworKit. Results stay in C++ unless the call says otherwise; edges are added to a graph that is there, as
`GraphFromCoo` of 32-bit columns crashes."""

from functools import cached_property

import networkit as nk
import numpy as np

from case import Call, labels, size_counts


class Graphs:
    def __init__(self, case):
        self.case = case

    def use_threads(self, count):
        nk.setNumberOfThreads(count)

    @cached_property
    def ends(self):
        return tuple(column.astype(np.uint64) for column in (self.case.sources, self.case.targets))

    @cached_property
    def shuffled(self):
        return tuple(column.astype(np.uint64) for column in self.case.shuffled)

    @cached_property
    def plain(self):
        graph = nk.Graph(self.case.n, directed=self.case.directed)
        graph.addEdges(self.ends)
        return graph

    @cached_property
    def bounds(self):
        """For each of four pairs a list of what the distances of four vertices say about the way left."""
        columns = [np.array(nk.distance.Dijkstra(self.heavy, s, False).run().getDistances())
                   for s in self.case.starts[:4]]
        columns = [np.where(column > 1e300, np.nan, column) for column in columns]
        return {(s, t): np.nan_to_num(np.fmax.reduce([np.abs(column[t] - column) for column in columns])).tolist()
                for s, t in self.case.pairs[:4]}

    @cached_property
    def indexed(self):
        graph = nk.Graph(self.plain)
        graph.indexEdges()
        return graph

    @cached_property
    def heavy(self):
        graph = nk.Graph(self.case.n, weighted=True, directed=self.case.directed)
        graph.addEdges((self.case.weights, self.ends))
        return graph


def calls(graphs):
    case = graphs.case
    plain, heavy, indexed = lambda: graphs.plain, lambda: graphs.heavy, lambda: graphs.indexed
    finished = lambda algorithm: algorithm.run()
    infinite = lambda values: np.where(np.array(values) > 1e300, np.inf, values)
    variant = nk.centrality.ClosenessVariant.GENERALIZED

    def search(make, starts):
        def work():
            first = None
            for start in starts:
                found = make(start).run()
                first = first or found
            return first
        return work

    def build():
        graph = nk.Graph(case.n, directed=case.directed)
        graph.addEdges(graphs.shuffled)
        return graph

    def pagerank():
        algorithm = nk.centrality.PageRank(plain(), tol=1e-9,
                                           distributeSinks=nk.centrality.SinkHandling.DistributeSinks)
        algorithm.norm = nk.centrality.Norm.L1_NORM
        return algorithm.run()

    def communities(make):
        def work():
            nk.engineering.setSeed(case.seed, True)
            return make().run()
        return work

    def members(algorithm):
        return algorithm.getPartition().getVector()

    def edge_scores(algorithm):
        values, edge = algorithm.edgeScores(), graphs.indexed.edgeId
        return [values[edge(s, t)] / 2 for s, t in zip(case.sources.tolist(), case.targets.tolist())]

    def in_order(found):
        values = dict(found)
        return [values[couple] for couple in case.couples]

    def degree(graph, vertex):
        return graph.degreeIn(vertex) + graph.degreeOut(vertex) if case.directed else graph.degree(vertex)

    scores = lambda algorithm: algorithm.scores()
    half = lambda algorithm: np.array(algorithm.scores()) / (1 if case.directed else 2)
    groups = lambda algorithm: labels(case.n, algorithm.getComponents())

    def pair_lengths(make, count=16):
        return lambda: [make(s, t).run().getDistance() for s, t in case.pairs[:count]]

    def star(source, target):
        return nk.distance.AStar(heavy(), graphs.bounds[source, target], source, target)

    def edge_blocks(algorithm):
        from case import edge_labels
        return edge_labels(case.sources, case.targets, algorithm.getComponents())

    return {
        "build": Call("Graph.addEdges", build, lambda graph: [degree(graph, v) for v in range(case.n)],
                      "from columns of numpy", needs="shuffled"),
        "bfs": Call("distance.BFS", search(lambda s: nk.distance.BFS(plain(), s), case.starts[:16]),
                    lambda found: infinite(found.getDistances())),
        "bfs:2": Call("distance.BFS, storePaths=False",
                      search(lambda s: nk.distance.BFS(plain(), s, storePaths=False), case.starts[:16]),
                      lambda found: infinite(found.getDistances()), partial="distances only"),
        "sssp": Call("distance.Dijkstra", search(lambda s: nk.distance.Dijkstra(heavy(), s), case.starts[:8]),
                     lambda found: infinite(found.getDistances()), needs="heavy"),
        "sssp:2": Call("distance.Dijkstra, storePaths=False, distances only",
                       search(lambda s: nk.distance.Dijkstra(heavy(), s, storePaths=False), case.starts[:8]),
                       lambda found: infinite(found.getDistances()), needs="heavy"),
        "pair": Call("distance.BidirectionalBFS",
                     pair_lengths(lambda s, t: nk.distance.BidirectionalBFS(plain(), s, t)),
                     infinite),
        "pair-weighted": Call("distance.BidirectionalDijkstra",
                              pair_lengths(lambda s, t: nk.distance.BidirectionalDijkstra(heavy(), s, t)),
                              infinite, needs="heavy"),
        "a-star": Call("distance.AStar", pair_lengths(star, 4), infinite, "the bounds of each pair from a list",
                       needs="bounds"),
        "diameter": Call("distance.Diameter, Exact",
                         lambda: finished(nk.distance.Diameter(plain(), nk.distance.DiameterAlgo.Exact)),
                         lambda algorithm: algorithm.getDiameter()[:1]),
        "components": Call("components.ConnectedComponents",
                           lambda: finished((nk.components.WeaklyConnectedComponents if case.directed
                                             else nk.components.ConnectedComponents)(plain())), groups),
        "strong-components": Call("components.StronglyConnectedComponents",
                                  lambda: finished(nk.components.StronglyConnectedComponents(plain())), groups),
        "core": Call("centrality.CoreDecomposition",
                     lambda: finished(nk.centrality.CoreDecomposition(plain())), scores),
        "triangles": Call("centrality.LocalClusteringCoefficient, turbo",
                          lambda: finished(nk.centrality.LocalClusteringCoefficient(plain(), True)), scores),
        "biconnected": Call("components.BiconnectedComponents",
                            lambda: finished(nk.components.BiconnectedComponents(plain())), edge_blocks),
        "leiden": Call("community.ParallelLeiden", communities(lambda: nk.community.ParallelLeiden(plain())), members),
        "louvain": Call("community.PLM", communities(lambda: nk.community.PLM(plain())), members),
        "louvain:2": Call("community.PLM, refine", communities(lambda: nk.community.PLM(plain(), refine=True)), members,
                          partial="another method"),
        "label-propagation": Call("community.PLP", communities(lambda: nk.community.PLP(plain())), members),
        "cliques": Call("clique.MaximalCliques", lambda: finished(nk.clique.MaximalCliques(plain())),
                        lambda found: size_counts(found.getCliques())),
        "betweenness": Call("centrality.Betweenness", lambda: finished(nk.centrality.Betweenness(plain())), half),
        "betweenness-weighted": Call("centrality.Betweenness", lambda: finished(nk.centrality.Betweenness(heavy())),
                                     half, needs="heavy"),
        "betweenness-64": Call("centrality.EstimateBetweenness, 64 samples",
                               lambda: finished(nk.centrality.EstimateBetweenness(plain(), 64)), scores,
                               partial="other sources"),
        "edge-betweenness": Call("centrality.Betweenness, computeEdgeCentrality",
                                 lambda: finished(nk.centrality.Betweenness(indexed(), False, True)), edge_scores,
                                 needs="indexed"),
        "closeness-weighted": Call("centrality.Closeness, generalized",
                                   lambda: finished(nk.centrality.Closeness(heavy(), False, variant)), scores,
                                   partial="scaled otherwise", needs="heavy"),
        "katz": Call("centrality.KatzCentrality, 1e-9",
                     lambda: finished(nk.centrality.KatzCentrality(plain(), case.attenuation, 1.0, 1e-9)), scores,
                     partial="scaled at each step, which is another result"),
        "jaccard": Call("linkprediction.JaccardIndex",
                        lambda: nk.linkprediction.JaccardIndex(plain()).runOn(case.couples), in_order, "to lists"),
        "adamic-adar": Call("linkprediction.AdamicAdarIndex",
                            lambda: nk.linkprediction.AdamicAdarIndex(plain()).runOn(case.couples), in_order,
                            "to lists"),
        "resource-allocation": Call("linkprediction.ResourceAllocationIndex",
                                    lambda: nk.linkprediction.ResourceAllocationIndex(plain()).runOn(case.couples),
                                    in_order, "to lists"),
        "closeness": Call("centrality.Closeness, generalized",
                          lambda: finished(nk.centrality.Closeness(plain(), True, variant)), scores),
        "harmonic": Call("centrality.HarmonicCloseness",
                         lambda: finished(nk.centrality.HarmonicCloseness(plain(), False)), scores),
        "pagerank": Call("centrality.PageRank, L1, 1e-9", pagerank, scores),
        "eigenvector": Call("centrality.EigenvectorCentrality, 1e-13",
                            lambda: finished(nk.centrality.EigenvectorCentrality(plain(), tol=1e-13)), scores),
        "eigenvector-exact": Call("centrality.EigenvectorCentrality, 1e-15",
                                  lambda: finished(nk.centrality.EigenvectorCentrality(plain(), tol=1e-15)), scores),
        "erdos-renyi": Call("generators.ErdosRenyiGenerator",
                            lambda: nk.generators.ErdosRenyiGenerator(case.n, case.density).generate(),
                            lambda graph: [graph.numberOfEdges()], needs=None),
        "blocks": Call("generators.ClusteredRandomGraphGenerator",
                       lambda: nk.generators.ClusteredRandomGraphGenerator(
                           case.n, case.block_count, min(1, 12 / case.block_size), 6 / case.n).generate(),
                       lambda graph: [graph.numberOfEdges()], partial="blocks of random sizes", needs=None),
        "rmat": Call("generators.RmatGenerator",
                     lambda: nk.generators.RmatGenerator(case.n.bit_length() - 1, 16,
                                                         0.57, 0.19, 0.19, 0.05).generate(),
                     lambda graph: [graph.numberOfEdges()], needs=None),
    }
