#include "core/text/chat_template/answers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace tunebench {
namespace {

using jinja::Piece;
using jinja::Rendered;

bool is_assistant(const OrderedJson& message) {
    const auto role = message.find("role");
    return message.is_object() && role != message.end() && *role == "assistant";
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// From the first to the last byte that was written for the message; no value when nothing was.
std::optional<Span> extent_of(const Rendered& rendered, std::size_t message) {
    std::optional<Span> extent;
    for (const auto& piece : rendered.pieces)
        if (piece.message == message)
            extent = Span{extent ? extent->begin : piece.bytes.begin, piece.bytes.end};
    return extent;
}

Error not_stable(std::size_t message) {
    return {.code = ErrorCode::Unsupported,
            .message =
                fmt::format("what of message {} is the assistant's answer cannot be told: the chat template "
                            "writes the messages before it differently once it follows",
                            message + 1),
            .hint =
                "Mark the answers in the template with {% generation %}, choose another data.template, or "
                "set data.loss_on to all.",
            .field = "data.template"};
}

/// What the template writes behind the messages.
std::string_view tail_of(const Rendered& rendered) {
    std::size_t begin = 0;
    for (const auto& piece : rendered.pieces)
        if (piece.message)
            begin = piece.bytes.end;
    return std::string_view(rendered.text).substr(begin);
}

/// How much of the header a turn begins with: all of it, or what it has of it up to the end of a line or of a
/// marker. (A prompt may ask for thoughts that earlier turns no longer show.)
std::size_t shared_length(std::string_view turn, std::string_view header) {
    const auto [in_turn, in_header] = std::ranges::mismatch(turn, header);
    const auto length = static_cast<std::size_t>(in_turn - turn.begin());
    if (in_header == header.end())
        return length;
    const auto last = turn.substr(0, length).find_last_of(">]:\n");
    return last == std::string_view::npos ? 0 : last + 1;
}

/// The answers of one conversation.
class Answers {
public:
    Answers(const Rendered& rendered, const OrderedJson& messages, const PrefixRenderer& prefix)
        : rendered_(rendered), text_(rendered.text), messages_(messages), prefix_(prefix) {}

    Result<std::vector<Turn>> find() {
        std::vector<Turn> answers;
        for (std::size_t i = 0; i < messages_.size(); ++i) {
            if (!is_assistant(messages_[i]))
                continue;
            TRY(const auto span, find_one(i));
            if (span.begin < span.end)
                answers.push_back({span, i, true});
        }
        return answers;
    }

private:
    Result<Span> find_one(std::size_t message) {
        const auto turn = extent_of(rendered_, message);
        TRY(auto answer, turn ? within_turn(message, *turn) : between_prefixes(message));
        if (message + 1 == messages_.size() && turn)
            answer.end = text_.size();  // with the end of text that some templates write behind the messages
        while (answer.end > answer.begin && is_blank(text_.substr(answer.end - 1, 1)))
            --answer.end;
        return answer;
    }

    /// The turn without what a generation prompt would have written of it.
    Result<Span> within_turn(std::size_t message, Span turn) {
        TRY(const auto header, header_of_answers(message));
        const auto length = shared_length(text_.substr(turn.begin, turn.size()), header);
        if (length == 0 && !header.empty())
            return not_stable(message);
        return Span{turn.begin + length, turn.end};
    }

    /// What a prompt for the last answer writes of its turn: the same stands before all of them. A leading
    /// answer has no conversation before it, so the prompt behind the whole one is taken.
    Result<std::string_view> header_of_answers(std::size_t message) {
        if (header_)
            return std::string_view(*header_);
        for (std::size_t i = messages_.size(); i > 1 && !header_; --i)
            if (const auto turn = extent_of(rendered_, i - 1); turn && is_assistant(messages_[i - 1])) {
                header_ = prompt_behind(i - 1, turn->begin);
                break;
            }
        if (!header_)
            header_ = prompt_behind(messages_.size(), text_.size());
        return header_ ? Result<std::string_view>(*header_) : not_stable(message);
    }

    /// What a prompt behind the first messages, whose text ends at `end`, writes there; no value when the
    /// template refuses it, or writes the messages differently and the prompt not behind them.
    std::optional<std::string> prompt_behind(std::size_t messages, std::size_t end) {
        const auto asked = prefix_(messages, /*with_prompt=*/true);
        if (!asked)
            return std::nullopt;
        const std::string_view text = asked->text;
        if (text.starts_with(text_.substr(0, end)))
            return std::string(text.substr(end));
        if (text_.starts_with(text))
            return std::string();  // the question's turn opens the answer's
        const auto tail = tail_of(*asked);
        return tail.empty() ? std::nullopt : std::optional(std::string(tail));
    }

    /// For templates that do not go through the messages one by one.
    Result<Span> between_prefixes(std::size_t message) {
        const auto before = prefix_(message, /*with_prompt=*/true);
        const auto after = message + 1 == messages_.size() ? Result<Rendered>(rendered_)
                                                           : prefix_(message + 1, /*with_prompt=*/false);
        if (!before || !after || !text_.starts_with(before->text) || !text_.starts_with(after->text) ||
            before->text.size() > after->text.size())
            return not_stable(message);
        return Span{before->text.size(), after->text.size()};
    }

    const Rendered& rendered_;
    std::string_view text_;
    const OrderedJson& messages_;
    const PrefixRenderer& prefix_;
    std::optional<std::string> header_ = {};
};

/// Cuts [begin, end), which is no answer, by the messages that its pieces come from.
void add_pieces(std::vector<Turn>& turns, const Rendered& rendered, Span range) {
    for (const auto& piece : rendered.pieces) {
        const Span common = {std::max(piece.bytes.begin, range.begin), std::min(piece.bytes.end, range.end)};
        if (common.begin >= common.end)
            continue;
        if (!turns.empty() && !turns.back().is_answer && turns.back().message == piece.message)
            turns.back().bytes.end = common.end;
        else
            turns.push_back({common, piece.message, false});
    }
}

}  // namespace

bool has_generation(const Rendered& rendered) {
    return std::ranges::any_of(rendered.pieces, &Piece::is_generation);
}

RenderedChat turns_of_generation(const Rendered& rendered) {
    RenderedChat chat{.text = rendered.text, .turns = {}};
    for (const auto& piece : rendered.pieces)
        chat.turns.push_back({piece.bytes, piece.message, piece.is_generation});
    return chat;
}

Result<RenderedChat> turns_of_messages(const Rendered& rendered, const OrderedJson& messages,
                                       const PrefixRenderer& prefix) {
    TRY(const auto answers, Answers(rendered, messages, prefix).find());
    RenderedChat chat{.text = rendered.text, .turns = {}};
    std::size_t done = 0;
    for (const auto& answer : answers) {
        if (answer.bytes.begin < done)
            return not_stable(*answer.message);
        add_pieces(chat.turns, rendered, {done, answer.bytes.begin});
        chat.turns.push_back(answer);
        done = answer.bytes.end;
    }
    add_pieces(chat.turns, rendered, {done, rendered.text.size()});
    return chat;
}

}  // namespace tunebench
