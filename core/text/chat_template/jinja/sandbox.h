// Sandbox: counts what a rendering costs and refuses what goes over the limits. Every string and container
// that a template makes is made here.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/limits.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

/// The message of an error that the template itself caused, as Python or Jinja words it.
Error template_error(std::string message);

/// For one rendering; outlives every value that it made.
class Sandbox {
public:
    explicit Sandbox(const Limits& limits = {});
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// Spends steps of evaluation; an error once steps or time are used up.
    Result<void> step(std::size_t count = 1);

    /// Spends the steps of work on so many bytes or items.
    Result<void> pass_over(std::size_t bytes) { return step(1 + bytes / 128); }

    /// The same where each letter is looked up.
    Result<void> pass_over_letters(std::size_t bytes) { return step(1 + bytes / 8); }

    /// One level of evaluation deeper; leave() belongs to each enter() that succeeded.
    Result<void> enter();
    void leave() { --depth_; }

    /// Whether a string or list of that size may be made; asked before it is.
    Result<void> check_text(std::size_t bytes) const;
    Result<void> check_items(std::size_t count) const;

    Result<Value> text(std::string bytes, bool is_markup = false);
    Result<Value> text(std::string_view bytes) { return text(std::string(bytes)); }
    Result<Value> text(const char* bytes) { return text(std::string(bytes)); }
    Result<Value> list(std::vector<Value> items) { return sequence(std::move(items), false); }
    Result<Value> tuple(std::vector<Value> items) { return sequence(std::move(items), true); }
    Result<Value> group(Value grouper, Value members) {
        return sequence({std::move(grouper), std::move(members)}, true, true);
    }
    Result<Value> dict(std::vector<std::pair<Value, Value>> entries);  // keys differ and can be keys

    /// Counts an object that holds values nested `depth` deep.
    Result<Charge> charge(std::size_t bytes, int depth);

    const Limits& limits() const { return limits_; }

private:
    Result<Value> sequence(std::vector<Value> items, bool is_tuple, bool is_group = false);
    Result<void> check_time() const;

    Limits limits_;
    std::chrono::nanoseconds begin_;  // of the thread's time of computing
    std::size_t steps_ = 0;
    std::size_t next_look_ = 0;  // at the clock
    std::size_t live_bytes_ = 0;
    int depth_ = 0;
};

}  // namespace tunebench::jinja
