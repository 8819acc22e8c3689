/// Finding a place for every link's label, on its line where that is free.
///
/// Each link offers places: its label's forms, at several parts of its line, on the line or beside it, and at last away
/// from it with a leader. A place on a node or on another label is impossible; one on a foreign line, in a smaller form
/// or far from the middle costs. Links choose in turn, those with the fewest free places first, and then revise their
/// choice until nothing changes.
///
/// - Complexity: O(m · places · (n + m)) for each of at most eight rounds.
struct LabelPlacement {
    /// Where a label ended.
    struct Placed: Sendable, Hashable {
        var form: DrawingPlan.LabelForm
        var box: Box
        /// The point of the line that a leader ties it to.
        var leader: Point?
    }

    let plan: DrawingPlan
    let boxes: [Box]
    let lines: [MeasuredPolyline]

    private let frames: [Box]

    init(plan: DrawingPlan, boxes: [Box], lines: [MeasuredPolyline]) {
        self.plan = plan
        self.boxes = boxes
        self.lines = lines
        frames = lines.map { DiagramMetrics.frame($0.points) }
    }

    private struct Candidate {
        var placed: Placed
        var cost: Double
    }

    /// A place for each label, nil where the link has none or no place is free.
    func labels() -> [Placed?] {
        let candidates = plan.links.indices.map(candidates)
        var chosen = [Int?](repeating: nil, count: candidates.count)
        let order = candidates.indices.filter { !candidates[$0].isEmpty }
            .sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
        for _ in 0..<8 {
            var isChanged = false
            for index in order {
                let others = order.compactMap { other -> Box? in
                    guard other != index, let choice = chosen[other] else { return nil }
                    return candidates[other][choice].placed.box
                }
                let choice = best(of: candidates[index], avoiding: others)
                if choice != chosen[index] {
                    chosen[index] = choice
                    isChanged = true
                }
            }
            if !isChanged { break }
        }
        return chosen.enumerated().map { index, choice in choice.map { candidates[index][$0].placed } }
    }

    private func best(of candidates: [Candidate], avoiding others: [Box]) -> Int? {
        var best: (index: Int, cost: Double)?
        for (index, candidate) in candidates.enumerated() {
            if let best, candidate.cost >= best.cost { continue }
            let box = candidate.placed.box.inset(by: -0.5)
            if others.contains(where: box.overlaps) { continue }
            best = (index, candidate.cost)
        }
        return best?.index
    }

    private func candidates(_ index: Int) -> [Candidate] {
        let line = lines[index]
        var result: [Candidate] = []
        // No place lies further from the line than a leader and half a label.
        let area = frames[index].inset(by: -160)
        let near = frames.indices.filter { $0 != index && frames[$0].inset(by: -1).overlaps(area) }
        for (rank, form) in plan.links[index].forms.enumerated() {
            let reduction = form.isReduced ? 9.0 : Double(rank) * 0.7
            for step in Self.steps {
                let (point, direction) = line.place(at: 0.5 + step)
                let shift = abs(step) * line.length
                add(form, at: point, leader: nil, cost: reduction + shift * 0.04, index, near, to: &result)
                let normal = direction.normal
                // Beside the line: as far as the label's extent across it, and a little more.
                let across = form.size.width / 2 * abs(normal.x) + form.size.height / 2 * abs(normal.y) + 2
                for side in [1.0, -1.0] {
                    let place = point + normal * (across * side)
                    add(
                        form,
                        at: place,
                        leader: nil,
                        cost: reduction + shift * 0.04 + 2.5,
                        index,
                        near,
                        to: &result
                    )
                }
            }
            for reach in [24.0, 40, 60] {
                for turn in Self.turns {
                    let point = line.place(at: 0.5).point
                    let cost = reduction + 11 + reach * 0.05
                    add(form, at: point + turn * reach, leader: point, cost: cost, index, near, to: &result)
                }
            }
        }
        return result
    }

    private static let steps = [
        0, 0.04, -0.04, 0.08, -0.08, 0.12, -0.12, 0.17, -0.17, 0.22, -0.22, 0.27, -0.27, 0.32, -0.32,
    ]
    private static let turns = [
        Point(0, -1), Point(1, 0), Point(0, 1), Point(-1, 0), Point(0.7, -0.7), Point(0.7, 0.7),
        Point(-0.7, 0.7),
        Point(-0.7, -0.7),
    ]

    private func add(
        _ form: DrawingPlan.LabelForm,
        at center: Point,
        leader: Point?,
        cost: Double,
        _ index: Int,
        _ near: [Int],
        to result: inout [Candidate]
    ) {
        let box = Box(center: center, size: form.size)
        let clear = box.inset(by: -1)
        if boxes.contains(where: clear.overlaps) { return }
        var cost = cost
        let wide = box.inset(by: -1)
        for other in near where frames[other].inset(by: -1).overlaps(wide) {
            if box.meets(lines[other].points) { cost += 4 }
        }
        cost += hidden(box, of: lines[index])
        result.append(Candidate(placed: Placed(form: form, box: box, leader: leader), cost: cost))
    }

    /// What it costs that a label hides so much of its own line that its ends cannot be seen.
    private func hidden(_ box: Box, of line: MeasuredPolyline) -> Double {
        guard let first = line.points.first, let last = line.points.last else { return 0 }
        var cost = 0.0
        for end in [first, last] {
            let dx = max(abs(end.x - box.center.x) - box.width / 2, 0)
            let dy = max(abs(end.y - box.center.y) - box.height / 2, 0)
            let free = Point(dx, dy).length
            if free < 8 { cost += (8 - free) * 0.5 }
        }
        return cost
    }
}
