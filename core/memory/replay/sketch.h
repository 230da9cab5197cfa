// Sketch: a tensor without numbers. It holds memory as a tensor does, shares it with its views, and remembers
// what gradients pass through on their way back.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "core/memory/replay/ledger.h"

namespace tunebench::replay {

inline constexpr int kWide = 4;  // bytes of an fp32 number
inline constexpr int kLong = 8;  // of a token

/// One block of memory, alive as long as somebody holds it.
class Memory {
public:
    Memory(Ledger& ledger, std::uint64_t bytes, Item item) : ledger_(ledger), bytes_(bytes), item_(item) {
        ledger_.take(bytes_, item_);
    }
    ~Memory() { ledger_.give_back(bytes_, item_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    void become(Item item) {
        ledger_.move(bytes_, item_, item);
        item_ = item;
    }

private:
    Ledger& ledger_;
    std::uint64_t bytes_;
    Item item_;
};

struct Node;

struct Sketch {
    std::shared_ptr<Memory> memory = {};
    std::shared_ptr<Node> maker = {};  // of the gradient's way back; null: needs none
    std::int64_t rows = 0, columns = 0;
    int width = 4;  // bytes of a number
    bool is_contiguous = true;

    bool is_defined() const { return rows > 0; }
    bool needs_gradient() const { return maker != nullptr; }
    std::int64_t count() const { return rows * columns; }
    std::uint64_t bytes() const {
        return static_cast<std::uint64_t>(count()) * static_cast<std::uint64_t>(width);
    }
    bool is_alone() const { return memory.use_count() == 1; }

    /// The same numbers without the way back.
    Sketch detached() const {
        auto copy = *this;
        copy.maker.reset();
        return copy;
    }
    /// The same memory in another shape; gradients pass through unchanged.
    Sketch viewed(std::int64_t new_rows, std::int64_t new_columns) const {
        auto view = *this;
        view.rows = new_rows;
        view.columns = new_columns;
        return view;
    }
};

using Sketches = std::vector<Sketch>;

/// Takes the gradient of an operation's result; gives those of its inputs, undefined where there is none.
using Backward = std::function<Sketches(const Sketch& gradient)>;

/// One operation of the graph. What `backward` holds is what the operation keeps.
struct Node {
    std::string_view place = {};  // of the model where it stands
    std::uint64_t number = 0;     // in the order of the forward pass; leaves have the largest
    std::vector<std::shared_ptr<Node>> inputs = {};
    Backward backward = {};
    std::function<Sketch()> again = {};  // makes the result once more from what `backward` holds, or is null
    std::function<void(Sketch gradient)> accumulate = {};  // of a leaf, in place of backward

    // While backward runs: results that it waits for, and the sum of those that came.
    int waits = 0;
    Sketch sum = {};
};

inline constexpr std::uint64_t kLeaf = std::numeric_limits<std::uint64_t>::max();

}  // namespace tunebench::replay
