#include "core/text/chat_template/jinja/sandbox.h"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

#include "core/base/byte_units.h"

namespace tunebench::jinja {
namespace {

constexpr int kMaxValueDepth = 128;
constexpr std::size_t kStepsBetweenLooks = 4096;
constexpr std::size_t kObjectBytes = 64;  // of a value's own, besides what it holds

/// Time of computing of this thread: a busy machine makes no template fail.
std::chrono::nanoseconds thread_time() {
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Error over_limit(const std::string& what) {
    return {.code = ErrorCode::InvalidArgument,
            .message = "the chat template goes over the limit of " + what,
            .hint = "Choose another template: one that needs more than this is broken or hostile."};
}

}  // namespace

Error template_error(std::string message) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint =
                "The chat template refuses this conversation or has a mistake: change the conversation, or "
                "choose another template."};
}

Sandbox::Sandbox(const Limits& limits) : limits_(limits), begin_(thread_time()) {}

Result<void> Sandbox::check_time() const {
    if (thread_time() - begin_ > limits_.time)
        return over_limit(fmt::format("{} ms for rendering", limits_.time.count()));
    return {};
}

Result<void> Sandbox::step(std::size_t count) {
    steps_ += count;
    if (steps_ > static_cast<std::size_t>(limits_.steps))
        return over_limit(fmt::format("{} steps of evaluation", limits_.steps));
    if (steps_ < next_look_)
        return {};
    next_look_ = steps_ + kStepsBetweenLooks;
    return check_time();
}

Result<void> Sandbox::enter() {
    TRY_VOID(step());
    if (depth_ >= limits_.depth)
        return over_limit(
            fmt::format("{} levels of evaluation (macros that call themselves?)", limits_.depth));
    ++depth_;
    return {};
}

Result<void> Sandbox::check_text(std::size_t bytes) const {
    if (bytes > limits_.text_bytes)
        return over_limit(fmt::format("{} for one text", format_bytes(limits_.text_bytes)));
    return {};
}

Result<void> Sandbox::check_items(std::size_t count) const {
    if (count > limits_.items)
        return over_limit(fmt::format("{} items in one list", limits_.items));
    return {};
}

Result<Charge> Sandbox::charge(std::size_t bytes, int depth) {
    if (depth > kMaxValueDepth)
        return over_limit(fmt::format("{} values nested in one another", kMaxValueDepth));
    TRY_VOID(pass_over(bytes));
    if (live_bytes_ + bytes > limits_.memory_bytes)
        return over_limit(fmt::format("{} for all values", format_bytes(limits_.memory_bytes)));
    return Charge(live_bytes_, bytes);
}

Result<Value> Sandbox::text(std::string bytes, bool is_markup) {
    TRY_VOID(check_text(bytes.size()));
    TRY(auto account, charge(kObjectBytes + bytes.size(), 0));
    return Value(std::make_shared<const Text>(std::move(bytes), std::move(account), is_markup));
}

Result<Value> Sandbox::sequence(std::vector<Value> items, bool is_tuple, bool is_group) {
    TRY_VOID(check_items(items.size()));
    const int depth = 1 + depth_of(items);
    TRY(auto account, charge(kObjectBytes + items.size() * sizeof(Value), depth));
    return Value(
        std::make_shared<const List>(List{std::move(items), is_tuple, depth, std::move(account), is_group}));
}

Result<Value> Sandbox::dict(std::vector<std::pair<Value, Value>> entries) {
    TRY_VOID(check_items(entries.size()));
    int depth = 1;
    for (const auto& [key, value] : entries)
        depth = std::max({depth, 1 + depth_of(key), 1 + depth_of(value)});
    TRY(auto account, charge(kObjectBytes + entries.size() * 2 * sizeof(Value), depth));
    return Value(std::make_shared<const Dict>(Dict{std::move(entries), depth, std::move(account)}));
}

}  // namespace tunebench::jinja
