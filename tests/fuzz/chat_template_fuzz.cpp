// Any bytes as a chat template over a fixed conversation: what stands before the first zero byte is the
// template, what follows is the content of a message. Limits end it, nothing is read or written outside, and
// turns cover the text.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/text/chat_template/chat_template.h"
#include "core/text/unicode.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::ChatInput;
using tunebench::ChatTemplate;
using tunebench::OrderedJson;
using tunebench::fuzz::require;

// So that an input takes milliseconds.
constexpr tunebench::jinja::Limits kSmall = {
    .steps = 20000, .text_bytes = std::size_t{1} << 18, .items = 10000, .memory_bytes = std::size_t{1} << 21};

ChatInput conversation(std::string_view content) {
    ChatInput input;
    input.messages = {{{"role", "system"}, {"content", "Be brief."}},
                      {{"role", "user"}, {"content", tunebench::replace_invalid_utf8(content)}},
                      {{"role", "assistant"}, {"content", "ok"}, {"n", 1}, {"x", 2.5}, {"none", nullptr}}};
    input.tools =
        OrderedJson::parse(R"([{"type": "function", "function": {"name": "f", "parameters": {}}}])");
    input.variables = {{"bos_token", "<s>"}, {"eos_token", "</s>"}};
    input.now = std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 23);
    return input;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t zero = std::min(bytes.find('\0'), size);
    const auto chat_template = ChatTemplate::parse("fuzz", std::string(bytes.substr(0, zero)), kSmall);
    if (!chat_template)
        return 0;
    const auto input = conversation(bytes.substr(std::min(zero + 1, size)));
    const auto text = chat_template->render(input);
    const auto chat = chat_template->render_with_turns(input);
    require(!chat || text);
    if (!text)
        return 0;
    require(tunebench::is_valid_utf8(*text));
    if (!chat)
        return 0;
    require(chat->text == *text);
    std::size_t done = 0;
    for (const auto& turn : chat->turns) {
        require(turn.bytes.begin == done && turn.bytes.begin < turn.bytes.end);
        require(!turn.message || *turn.message < input.messages.size());
        done = turn.bytes.end;
    }
    require(done == text->size());
    return 0;
}
