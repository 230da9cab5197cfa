#include "app/cli/batch_rows_text.h"

#include <algorithm>

#include <fmt/format.h>

namespace tunebench::cli {
namespace {

/// A token over its id and its position.
struct Cell {
    std::string text = {};
    std::string id = {};
    std::string position = {};
    bool is_learned = false;
    std::size_t width() const { return std::max({text_width(text), id.size(), position.size()}); }
};

Cell cell_of(const SeenToken& token, const Style& style) {
    auto text = printable(token.text, false);
    if (token.is_learned && style.reset.empty())
        text = fmt::format("[[{}]]", text);
    return {.text = std::move(text),
            .id = fmt::format("{}", token.id),
            .position = fmt::format("{}", token.position),
            .is_learned = token.is_learned};
}

std::string padded_to(std::string text, std::size_t width) {
    text.append(width - std::min(width, text_width(text)) + 1, ' ');
    return text;
}

/// The three lines of the cells that fit one below the other.
class CellLines {
public:
    CellLines(const Style& style, std::size_t width) : style_(style), width_(width) {}

    void add(const Cell& cell) {
        const auto width = cell.width();
        if (used_ > 0 && used_ + width + 1 > width_)
            flush();
        texts_ += cell.is_learned ? style_.green : std::string_view();
        texts_ += padded_to(cell.text, width);
        texts_ += cell.is_learned ? style_.reset : std::string_view();
        ids_ += padded_to(cell.id, width);
        positions_ += padded_to(cell.position, width);
        used_ += width + 1;
    }

    std::string take() {
        flush();
        return std::move(all_);
    }

private:
    void flush() {
        if (used_ > 0)
            all_ += fmt::format("{}\n{}{}\n{}{}\n\n", texts_, style_.dim, ids_, positions_, style_.reset);
        texts_.clear();
        ids_.clear();
        positions_.clear();
        used_ = 0;
    }

    const Style& style_;
    std::size_t width_;
    std::size_t used_ = 0;
    std::string texts_ = {};
    std::string ids_ = {};
    std::string positions_ = {};
    std::string all_ = {};
};

std::string example_text(const SeenExample& example, const Style& style, std::size_t width) {
    auto text =
        fmt::format("-- {}: {} tokens", printable(place_text(example.place), false), example.tokens.size());
    if (!example.label.empty())
        text += fmt::format(", label {}", printable(example.label, false));
    if (example.cut_tokens > 0)
        text += fmt::format(", {} more were cut off", example.cut_tokens);
    CellLines lines(style, width);
    for (const auto& token : example.tokens)
        lines.add(cell_of(token, style));
    return text + "\n" + lines.take();
}

OrderedJson example_to_json(const SeenExample& example) {
    auto tokens = OrderedJson::array();
    for (const auto& token : example.tokens)
        tokens.push_back({{"id", token.id},
                          {"text", token.text},
                          {"position", token.position},
                          {"supervised", token.is_learned}});
    return {{"file", example.place.file},
            {"line", example.place.line},
            {"cut_tokens", example.cut_tokens},
            {"label", example.label.empty() ? OrderedJson() : OrderedJson(example.label)},
            {"tokens", std::move(tokens)}};
}

}  // namespace

std::string batch_rows_text(const ModelView& view, const std::vector<SeenRow>& rows, const Style& style,
                            int width) {
    std::string text;
    for (const auto& row : rows) {
        text += fmt::format("{}Row {} of {}, batch {} of {}: {} of {} tokens, {} of them learned{}\n",
                            style.bold, row.row + 1, view.rows(), row.batch + 1, view.batches(), row.tokens(),
                            view.row_length(), row.learned(), style.reset);
        for (const auto& example : row.examples)
            text += example_text(example, style, static_cast<std::size_t>(std::max(width, 1)));
    }
    return text;
}

OrderedJson batch_rows_to_json(const ModelView& view, const std::vector<SeenRow>& rows) {
    auto list = OrderedJson::array();
    for (const auto& row : rows) {
        auto examples = OrderedJson::array();
        for (const auto& example : row.examples)
            examples.push_back(example_to_json(example));
        list.push_back({{"row", row.row + 1}, {"batch", row.batch + 1}, {"examples", std::move(examples)}});
    }
    return {{"rows", view.rows()},
            {"batches", view.batches()},
            {"row_length", view.row_length()},
            {"packed", view.is_packed()},
            {"shown", std::move(list)}};
}

}  // namespace tunebench::cli
