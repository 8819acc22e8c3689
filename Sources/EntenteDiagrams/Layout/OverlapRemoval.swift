/// Pushing boxes apart, each pair along the axis on which it overlaps least.
enum OverlapRemoval {
    /// Positions at which no two boxes, grown by half a gap on each side, overlap.
    ///
    /// Spreads everything by small steps and pushes between them, so that the order of the boxes is kept where it can
    /// be. The last resort is a scan that moves a box down until it is free, which always ends.
    ///
    /// - Complexity: O(rounds · n²).
    static func separated(_ places: [Point], sizes: [Size], gap: Double) -> [Point] {
        var places = places
        for round in 0..<60 {
            if !push(&places, sizes: sizes, gap: gap) { return places }
            if round % 6 == 5 { places = places.map { $0 * 1.06 } }
        }
        return scanned(places, sizes: sizes, gap: gap)
    }

    private static func push(_ places: inout [Point], sizes: [Size], gap: Double) -> Bool {
        var isMoved = false
        for i in places.indices {
            for j in (i + 1)..<max(places.count, i + 1) {
                let needX = (sizes[i].width + sizes[j].width) / 2 + gap
                let needY = (sizes[i].height + sizes[j].height) / 2 + gap
                let dx = places[j].x - places[i].x
                let dy = places[j].y - places[i].y
                let overX = needX - abs(dx)
                let overY = needY - abs(dy)
                guard overX > 1e-9, overY > 1e-9 else { continue }
                isMoved = true
                // A hair more than needed, so that rounding cannot keep two boxes touching for ever.
                if overX * needY < overY * needX {
                    let shift = (overX / 2 + 0.01) * (dx >= 0 ? 1 : -1)
                    places[i].x -= shift
                    places[j].x += shift
                } else {
                    let shift = (overY / 2 + 0.01) * (dy >= 0 ? 1 : -1)
                    places[i].y -= shift
                    places[j].y += shift
                }
            }
        }
        return isMoved
    }

    private static func scanned(_ places: [Point], sizes: [Size], gap: Double) -> [Point] {
        var result = places
        let order = places.indices.sorted {
            (places[$0].y, places[$0].x, $0) < (places[$1].y, places[$1].x, $1)
        }
        var placed: [Int] = []
        for node in order {
            var isFree = false
            while !isFree {
                isFree = true
                for other in placed {
                    let needX = (sizes[node].width + sizes[other].width) / 2 + gap
                    let needY = (sizes[node].height + sizes[other].height) / 2 + gap
                    if abs(result[node].x - result[other].x) < needX - 1e-9,
                        abs(result[node].y - result[other].y) < needY - 1e-9
                    {
                        result[node].y = result[other].y + needY
                        isFree = false
                    }
                }
            }
            placed.append(node)
        }
        return result
    }
}
