// Writer: takes the text that a rendering writes, keeps apart what is captured for later use, and remembers
// which message the rest came from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/rendered.h"
#include "core/text/chat_template/jinja/sandbox.h"

namespace tunebench::jinja {

class Writer {
public:
    explicit Writer(Sandbox& sandbox) : sandbox_(sandbox) {}

    /// The dicts that stand for the messages: loops over them are what pieces are told apart by.
    void set_messages(const Value& messages);

    Result<void> write(std::string_view text);

    void begin_capture() { captures_.emplace_back(); }
    std::string end_capture();

    /// Tells which message a loop has come to; returns what it was at before.
    std::optional<std::size_t> enter_item(const Value& item);
    void leave_item(std::optional<std::size_t> before) { message_ = before; }

    bool set_generation(bool is_generation) { return std::exchange(is_generation_, is_generation); }

    Rendered take() { return std::move(rendered_); }

private:
    Sandbox& sandbox_;
    std::unordered_map<const Dict*, std::size_t> messages_ = {};
    std::optional<std::size_t> message_ = {};
    bool is_generation_ = false;
    std::vector<std::string> captures_ = {};
    Rendered rendered_ = {};
};

}  // namespace tunebench::jinja
