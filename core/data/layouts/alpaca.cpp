// {"instruction": "...", "input": "...", "output": "...", "system": "..."}. A model that brings a chat
// template, or is given one in data.template, is asked as it knows it: system, one message of the user, one
// answer. Without one, or with the template "alpaca", the prompt has the words that Alpaca was trained with
// (Taori et al., "Stanford Alpaca", 2023), and the system text takes the place of their first paragraph.
#include <fmt/format.h>

#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kAlpacaParts[] = {{"instruction"}, {"input", false}, {"output"}, {"system", false}};

constexpr std::string_view kWithInput =
    "Below is an instruction that describes a task, paired with an input that provides further context. "
    "Write a response that appropriately completes the request.";
constexpr std::string_view kWithoutInput =
    "Below is an instruction that describes a task. Write a response that appropriately completes the "
    "request.";

struct Task {
    std::string instruction = {};
    std::optional<std::string> input = {};
    std::string output = {};
    std::optional<std::string> system = {};
};

Result<Task> read_task(const DataRow& row, const RowFormat& format) {
    Task task;
    TRY(task.instruction, text_in(row, "instruction", format));
    TRY(task.input, optional_text_in(row, "input", format));
    TRY(task.output, text_in(row, "output", format));
    TRY(task.system, optional_text_in(row, "system", format));
    return task;
}

bool has_alpaca_words(const ChatFormat& chat) {
    return chat.is_stand_in || chat.standard.name() == "alpaca";
}

std::string reason_of_words(const ChatFormat& chat) {
    if (!has_alpaca_words(chat))
        return chat.reason;
    return chat.is_stand_in ? "Alpaca's own prompt: the model brings no chat template"
                            : "Alpaca's own prompt, chosen in data.template";
}

std::string prompt_of(const Task& task) {
    const auto beginning = task.system  ? std::string_view(*task.system)
                           : task.input ? kWithInput
                                        : kWithoutInput;
    const auto input = task.input ? fmt::format("### Input:\n{}\n\n", *task.input) : std::string();
    return fmt::format("{}\n\n### Instruction:\n{}\n\n{}### Response:\n", beginning, task.instruction, input);
}

OrderedJson messages_of(const Task& task) {
    auto messages = OrderedJson::array();
    const auto say = [&](const char* role, std::string content) {
        messages.push_back(OrderedJson{{"role", role}, {"content", std::move(content)}});
    };
    if (task.system)
        say("system", *task.system);
    say("user", task.input ? fmt::format("{}\n\n{}", task.instruction, *task.input) : task.instruction);
    say("assistant", task.output);
    return messages;
}

Result<RowText> read_alpaca(const DataRow& row, const RowFormat& format) {
    TRY(const auto task, read_task(row, format));
    if (is_blank(task.instruction) && is_blank(task.output) && !task.input)
        return RowText{};
    TRY(const auto* chat, format.chat->get());
    if (!has_alpaca_words(*chat))
        return write_conversation({.messages = messages_of(task)}, row, format);
    return RowText{.segments = {{.text = prompt_of(task), .supervised = format.loss_on == LossOn::All},
                                {.text = task.output, .supervised = true}}};
}

}  // namespace

const LayoutDescription& alpaca_layout() {
    static constexpr LayoutDescription layout = {.layout = DataLayout::Alpaca,
                                                 .parts = kAlpacaParts,
                                                 .read = read_alpaca,
                                                 .reason_of_chat = reason_of_words};
    return layout;
}

}  // namespace tunebench
