#include "core/memory/replay/replay.h"

#include <algorithm>
#include <unordered_set>

#include <queue>

namespace tunebench::replay {
namespace {

/// The last that was recorded comes first, leaves before all: as in LibTorch's queue.
struct ComesLater {
    bool operator()(const std::shared_ptr<Node>& a, const std::shared_ptr<Node>& b) const {
        return a->number < b->number;
    }
};

/// How many results each operation below `root` waits for.
void count_waits(Node& root) {
    std::vector<Node*> open = {&root};
    std::unordered_set<Node*> seen = {&root};
    while (!open.empty()) {
        auto* node = open.back();
        open.pop_back();
        for (const auto& input : node->inputs)
            if (input) {
                ++input->waits;
                if (seen.insert(input.get()).second)
                    open.push_back(input.get());
            }
    }
}

}  // namespace

Sketch Replay::make(std::int64_t rows, std::int64_t columns, int width) {
    return make_as(item_, rows, columns, width);
}

Sketch Replay::make_as(Item item, std::int64_t rows, std::int64_t columns, int width) {
    Sketch out{.rows = rows, .columns = columns, .width = width};
    out.memory = std::make_shared<Memory>(ledger_, out.bytes(), item);
    return out;
}

Sketch Replay::scratch_of(const ProductShape& shape, int width) {
    if (width != 2 || !machine_.is_on_processor || machine_.widens_narrow)
        return {};
    const auto bytes = product_scratch_.bytes(shape);
    return bytes > 0 ? make(1, bytes, 1) : Sketch();
}

bool Replay::is_recorded(std::initializer_list<const Sketch*> inputs) const {
    return records_ && std::ranges::any_of(inputs, [](const auto* input) { return input->needs_gradient(); });
}

template <class Inputs>
Sketch Replay::recorded_from(Sketch out, const Inputs& inputs, Backward&& backward) {
    out.maker.reset();
    if (!records_ || std::ranges::none_of(inputs, [](const auto* input) { return input->needs_gradient(); }))
        return out;
    auto node = std::make_shared<Node>();
    node->number = next_number_++;
    node->place = ledger_.place();
    node->inputs.reserve(inputs.size());
    for (const auto* input : inputs)
        node->inputs.push_back(input->maker);
    node->backward = std::move(backward);
    out.maker = std::move(node);
    return out;
}

Sketch Replay::recorded(Sketch out, std::initializer_list<const Sketch*> inputs, Backward backward) {
    return recorded_from(std::move(out), inputs, std::move(backward));
}

Sketch Replay::recorded(Sketch out, const std::vector<const Sketch*>& inputs, Backward backward) {
    return recorded_from(std::move(out), inputs, std::move(backward));
}

Sketch Replay::leaf(Sketch x, std::function<void(Sketch gradient)> accumulate) {
    x.maker = std::make_shared<Node>();
    x.maker->number = kLeaf;
    x.maker->accumulate = std::move(accumulate);
    return x;
}

/// In place where nobody else holds the sum, as LibTorch does. In its older versions the head's operation
/// still holds the gradient that waits for the embedding's.
void Replay::add_to(Node& node, Sketch gradient) {
    if (!gradient.is_defined())
        return;
    if (!node.sum.is_defined())
        node.sum = std::move(gradient);
    else if (!node.sum.is_alone() || (node.number == kLeaf && !machine_.libtorch.sums_gradients_in_place))
        node.sum = like(node.sum);
}

void Replay::backward(const Sketch& root, Sketch gradient) {
    const Recording off(*this, false);
    count_waits(*root.maker);
    std::priority_queue<std::shared_ptr<Node>, std::vector<std::shared_ptr<Node>>, ComesLater> ready;
    root.maker->sum = std::move(gradient);
    ready.push(root.maker);
    while (!ready.empty()) {
        const auto node = ready.top();
        ready.pop();
        auto taken = std::exchange(node->sum, {});
        const At place(*this, node->place);
        if (node->accumulate) {
            if (taken.is_defined())
                node->accumulate(std::move(taken));
            continue;
        }
        auto outputs = taken.is_defined() ? node->backward(taken) : Sketches(node->inputs.size());
        taken = {};
        node->backward = {};
        node->again = {};
        for (std::size_t i = 0; i < node->inputs.size(); ++i) {
            const auto& input = node->inputs[i];
            if (!input)
                continue;
            add_to(*input, std::exchange(outputs[i], {}));
            if (--input->waits == 0)
                ready.push(input);
        }
    }
}

}  // namespace tunebench::replay
