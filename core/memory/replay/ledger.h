// Ledger: the bytes that are alive, by what they are for, and the most since a phase began.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tunebench::replay {

enum class Item {
    Weights,
    QuantizedWeights,
    AveragedWeights,
    Workspace,
    States,
    Batch,
    Gradients,
    Activations,
    Loss,
    Temporaries,
    Rounding  // what the allocator adds to a block
};
inline constexpr std::size_t kItems = 11;

struct Holdings {
    std::array<std::uint64_t, kItems> bytes = {};
    std::uint64_t total = 0;
    std::string_view place = {};  // of the model that is computed then

    std::uint64_t of(Item item) const { return bytes[static_cast<std::size_t>(item)]; }
};

class Ledger {
public:
    explicit Ledger(bool is_on_processor) : is_on_processor_(is_on_processor) {}

    void take(std::uint64_t bytes, Item item) {
        note(static_cast<std::int64_t>(
            change(bytes, item, [](std::uint64_t& sum, std::uint64_t by) { sum += by; })));
        if (alive_.total > peak_.total)
            note_peak();
    }
    void give_back(std::uint64_t bytes, Item item) {
        note(-static_cast<std::int64_t>(
            change(bytes, item, [](std::uint64_t& sum, std::uint64_t by) { sum -= by; })));
    }
    void move(std::uint64_t bytes, Item from, Item to) {
        alive_.bytes[static_cast<std::size_t>(from)] -= bytes;
        alive_.bytes[static_cast<std::size_t>(to)] += bytes;
        most_gradients_ = std::max(most_gradients_, alive_.of(Item::Gradients));
    }
    std::uint64_t most_gradients() const { return most_gradients_; }

    const Holdings& alive() const { return alive_; }
    const Holdings& peak() const { return peak_; }
    void begin_phase() { note_peak(); }

    std::string_view place() const { return place_; }
    void enter(std::string_view place) { place_ = place; }

    /// Of the block that holds so many bytes. On the processor that of core/engine/memory/meter, elsewhere of
    /// LibTorch's caching allocator.
    std::uint64_t block(std::uint64_t bytes) const {
        constexpr std::uint64_t kHeader = 64, kKept = std::uint64_t{1} << 18, kPage = 4096, kSmall = 512;
        const auto rounded = [](std::uint64_t size, std::uint64_t to) { return (size + to - 1) / to * to; };
        if (!is_on_processor_)
            return rounded(bytes, kSmall);
        const auto whole = bytes + kHeader;
        return whole < kKept ? whole : rounded(whole, kPage);
    }

    /// Notes every block that is taken (above 0) or given back, until it is called with nullptr.
    void record(std::vector<std::int64_t>* events) { events_ = events; }
    bool is_recording() const { return events_ != nullptr; }

private:
    void note(std::int64_t size) {
        if (events_ && size != 0)
            events_->push_back(size);
    }
    void note_peak() {
        peak_ = alive_;
        peak_.place = place_;
    }

    template <class Change>
    std::uint64_t change(std::uint64_t bytes, Item item, const Change& by) {
        if (bytes == 0)
            return 0;
        const auto size = block(bytes);
        by(alive_.bytes[static_cast<std::size_t>(item)], bytes);
        by(alive_.bytes[static_cast<std::size_t>(Item::Rounding)], size - bytes);
        by(alive_.total, size);
        return size;
    }

    bool is_on_processor_;
    Holdings alive_ = {}, peak_ = {};
    std::uint64_t most_gradients_ = 0;
    std::string_view place_ = {};
    std::vector<std::int64_t>* events_ = nullptr;
};

}  // namespace tunebench::replay
