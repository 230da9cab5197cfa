#include "core/data/row_checks.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/data/conversation.h"
#include "core/data/text_flaws.h"

namespace tunebench {
namespace {

constexpr std::size_t kEnormousBytes = std::size_t{256} << 10;

std::string_view trimmed_text(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const auto begin = text.find_first_not_of(kSpace);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

std::string mark_of(const RowText& row) {
    Sha256 hash;
    for (const auto& segment : row.segments) {
        hash.update(trimmed_text(segment.text));
        hash.update(std::string_view("\0", 1));
    }
    return hash.hex().substr(0, 32);
}

bool is_enormous(const std::string& text) {
    return text.size() > kEnormousBytes;
}

}  // namespace

void RowChecks::see_text(const RowPlace& place, const RowText& text, bool is_document) {
    if (text.segments.empty())
        return;
    const auto add_if_any = [&](RowGroup& group, auto has_flaw) {
        if (std::ranges::any_of(text.segments, [&](const Segment& part) { return has_flaw(part.text); }))
            group.add(place);
    };
    if (!duplicates_.is_new(text))
        health_.repeated.add(place);
    add_if_any(health_.blank_parts, is_blank);
    add_if_any(health_.unreadable_text, has_replacement_character);
    add_if_any(health_.decoded_twice, looks_decoded_twice);
    add_if_any(health_.control_characters, has_control_character);
    if (text.turns.has_empty_answer)
        health_.empty_answers.add(place);
    if (text.turns.is_out_of_turn)
        health_.out_of_turn.add(place);
    if (!is_document)
        add_if_any(health_.enormous, is_enormous);
    auto mark = mark_of(text);
    if (training_marks_ && training_marks_->contains(mark))
        leaked_.add(place);
    if (!training_marks_)
        marks_.insert(std::move(mark));
}

void RowChecks::see_use(const RowPlace& place, RowUse use, bool is_cut) {
    switch (use) {
        case RowUse::Used:
            if (is_cut)
                health_.truncated.add(place);
            break;
        case RowUse::Empty:
            health_.empty.add(place);
            break;
        case RowUse::Unsupervised:
            health_.unlearnable.add(place);
            break;
        case RowUse::CutAway:
            health_.cut_away.add(place);
            break;
        case RowUse::Duplicate:
            break;
    }
}

}  // namespace tunebench
