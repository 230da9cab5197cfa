// Replay: what LibTorch's allocator and autograd do while the engine computes, without the computing. The
// operations beside this file say what each allocates, keeps and frees, in the engine's order; the lifetimes
// of C++ variables are those of the engine's own code, which the files here follow line by line.
#pragma once

#include <cstdint>
#include <utility>

#include "core/memory/libtorch_rules.h"
#include "core/memory/replay/product_scratch.h"
#include "core/memory/replay/sketch.h"

namespace tunebench::replay {

/// What decides which path an operation of the engine takes.
struct Machine {
    bool is_on_processor = true;
    bool widens_narrow = false;  // fp16 on a processor: products are computed in fp32
    bool sums_in_order = false;  // an accelerator's kernels, so that the same bits come out
    std::int64_t threads = 1;
    LibTorchRules libtorch = {};
};

inline constexpr std::int64_t kWorkspace = std::int64_t{32} << 20;  // of cuBLAS on Hopper, measured

class Replay {
public:
    explicit Replay(const Machine& machine)
        : machine_(machine), ledger_(machine.is_on_processor), product_scratch_(machine.threads) {}

    const Machine& machine() const { return machine_; }
    Ledger& ledger() { return ledger_; }
    bool records() const { return records_; }

    Sketch make(std::int64_t rows, std::int64_t columns, int width);
    Sketch make_as(Item item, std::int64_t rows, std::int64_t columns, int width);
    Sketch like(const Sketch& x) { return make(x.rows, x.columns, x.width); }
    Sketch copied(const Sketch& x, int width) { return make(x.rows, x.columns, width); }
    /// Without autograd: x itself when it has that width.
    Sketch cast(const Sketch& x, int width) { return x.width == width ? x.detached() : copied(x, width); }

    /// An accelerator's room for products in 16 bits, or with a bias, which cuBLASLt computes: kept from the
    /// first time on, beside that of cuBLAS.
    void need_second_workspace() {
        if (!machine_.is_on_processor && !second_workspace_.is_defined())
            second_workspace_ = make_as(Item::Workspace, 1, kWorkspace, 1);
    }

    /// What a processor needs beside a product of numbers of that width.
    Sketch scratch_of(const ProductShape& shape, int width);

    /// A result that gradients pass back from, where an input needs one and operations are recorded.
    bool is_recorded(std::initializer_list<const Sketch*> inputs) const;
    Sketch recorded(Sketch out, std::initializer_list<const Sketch*> inputs, Backward backward);
    Sketch recorded(Sketch out, const std::vector<const Sketch*>& inputs, Backward backward);

    /// A tensor that gradients end at.
    Sketch leaf(Sketch x, std::function<void(Sketch gradient)> accumulate);

    /// Runs the graph of `root` backward from a gradient.
    void backward(const Sketch& root, Sketch gradient);

    /// While it lives, operations are recorded or not.
    class Recording {
    public:
        Recording(Replay& replay, bool records)
            : replay_(replay), before_(std::exchange(replay.records_, records)) {}
        ~Recording() { replay_.records_ = before_; }
        Recording(const Recording&) = delete;
        Recording& operator=(const Recording&) = delete;

    private:
        Replay& replay_;
        bool before_;
    };

    /// While it lives, that part of the model is computed.
    class At {
    public:
        At(Replay& replay, std::string_view place) : replay_(replay), before_(replay.ledger_.place()) {
            replay_.ledger_.enter(place);
        }
        ~At() { replay_.ledger_.enter(before_); }
        At(const At&) = delete;
        At& operator=(const At&) = delete;

    private:
        Replay& replay_;
        std::string_view before_;
    };

    /// While it lives, what is made is for that.
    class For {
    public:
        For(Replay& replay, Item item) : replay_(replay), before_(std::exchange(replay.item_, item)) {}
        ~For() { replay_.item_ = before_; }
        For(const For&) = delete;
        For& operator=(const For&) = delete;

    private:
        Replay& replay_;
        Item before_;
    };

private:
    void add_to(Node& node, Sketch gradient);
    template <class Inputs>
    Sketch recorded_from(Sketch out, const Inputs& inputs, Backward&& backward);

    Machine machine_;
    Ledger ledger_;
    ProductScratch product_scratch_;
    Item item_ = Item::Temporaries;
    bool records_ = true;
    Sketch second_workspace_;
    std::uint64_t next_number_ = 0;
};

}  // namespace tunebench::replay
