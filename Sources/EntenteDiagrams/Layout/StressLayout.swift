/// Positions whose distances follow those in the graph: stress majorization, node by node.
///
/// Minimizes Σ (‖xᵢ − xⱼ‖ − dᵢⱼ)² / dᵢⱼ² over all pairs, where dᵢⱼ is the length of a shortest path (Gansner, Koren and
/// North 2004, doi:10.1007/978-3-540-31843-9_25). Above 400 nodes only the pairs with 60 evenly chosen pivots count.
///
/// - Complexity: O(rounds · n · min(n, 60…400)).
enum StressLayout {
    static func positions(of problem: LayoutProblem, seed: UInt64, rounds: Int = 60) -> [Point] {
        let count = problem.sizes.count
        guard count > 1 else { return count == 1 ? [.zero] : [] }
        var generator = SplitMix64(seed: seed)
        let incidence = problem.incidence
        let pivots = count <= 400 ? Array(0..<count) : (0..<60).map { $0 * count / 60 }
        let steps = pivots.map { problem.distances(from: $0, incidence: incidence) }
        let unit = idealLength(of: problem)
        let spread = unit * Double(count).squareRoot()
        var places = (0..<count).map { _ in
            Point((generator.unit() - 0.5) * spread, (generator.unit() - 0.5) * spread)
        }
        for _ in 0..<rounds {
            for node in 0..<count {
                var sum = Point.zero
                var weights = 0.0
                for (index, pivot) in pivots.enumerated() where pivot != node && steps[index][node] > 0 {
                    let ideal = Double(steps[index][node]) * unit
                    let weight = 1 / (ideal * ideal)
                    let apart = places[node] - places[pivot]
                    let distance = max(apart.length, 1e-6)
                    sum = sum + (places[pivot] + apart * (ideal / distance)) * weight
                    weights += weight
                }
                if weights > 0 { places[node] = sum * (1 / weights) }
            }
        }
        return turned(places, to: problem.page)
    }

    /// A link's length from centre to centre that leaves room for boxes and labels.
    static func idealLength(of problem: LayoutProblem) -> Double {
        let count = Double(max(problem.sizes.count, 1))
        let height = problem.sizes.reduce(0) { $0 + $1.height } / count
        let width = problem.sizes.reduce(0) { $0 + $1.width } / count
        let links = Double(max(problem.bundles.count, 1))
        let label = problem.bundles.reduce(0) { $0 + $1.label.height + $1.label.width / 3 } / links
        return height * 0.5 + width * 0.5 + label + 24
    }

    /// The positions turned so that their longest extent lies along the page's longer side.
    ///
    /// The axis is that of the largest variance, found without trigonometry so that every machine finds the same one.
    static func turned(_ places: [Point], to page: Size) -> [Point] {
        let count = Double(places.count)
        let center = places.reduce(Point.zero, +) * (1 / count)
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for place in places {
            let offset = place - center
            xx += offset.x * offset.x
            xy += offset.x * offset.y
            yy += offset.y * offset.y
        }
        let half = (xx - yy) / 2
        let largest = (xx + yy) / 2 + (half * half + xy * xy).squareRoot()
        let axis = (abs(xy) > 1e-9 ? Point(xy, largest - xx) : xx >= yy ? Point(1, 0) : Point(0, 1)).unit
        return places.map { place in
            let offset = place - center
            let along = offset.dot(axis)
            let across = offset.dot(axis.normal)
            return page.height >= page.width ? Point(across, along) : Point(along, across)
        }
    }
}
