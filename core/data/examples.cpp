#include "core/data/examples.h"

#include <algorithm>

namespace tunebench {
namespace {

constexpr std::size_t kRecordsAtOnce = 1024;

std::shared_ptr<const ExampleStorage> in_memory(const std::vector<Example>& examples) {
    auto storage = std::make_shared<MemoryExamples>();
    for (const auto& example : examples)
        static_cast<void>(storage->append(example));  // memory takes everything
    return storage;
}

std::vector<std::uint8_t> marks(const std::vector<MarkedToken>& marked, MarkedToken bit) {
    std::vector<std::uint8_t> of_tokens(marked.size());
    std::ranges::transform(marked, of_tokens.begin(),
                           [bit](MarkedToken token) { return std::uint8_t{(token & bit) != 0}; });
    return of_tokens;
}

void unpack(const std::vector<MarkedToken>& marked, Example& example) {
    example.tokens.reserve(marked.size());
    for (const auto token : marked)
        example.tokens.push_back(static_cast<std::int32_t>(token & ~(kSupervisedBit | kSecondTextBit)));
    example.supervised = marks(marked, kSupervisedBit);
    if (std::ranges::any_of(marked, [](MarkedToken token) { return (token & kSecondTextBit) != 0; }))
        example.second_text = marks(marked, kSecondTextBit);
}

}  // namespace

Examples::Examples(const std::vector<Example>& examples) : Examples(in_memory(examples)) {}

Examples::Examples(std::shared_ptr<const ExampleStorage> storage, std::vector<std::int32_t> class_of_label)
    : storage_(std::move(storage)), class_of_label_(std::move(class_of_label)), size_(storage_->size()) {}

Examples Examples::selected(const std::vector<std::int32_t>& indices) const {
    auto order = std::make_shared<std::vector<std::int32_t>>();
    order->reserve(indices.size());
    for (const auto index : indices)
        order->push_back(static_cast<std::int32_t>(stored_index(static_cast<std::size_t>(index))));
    Examples some = *this;
    some.size_ = order->size();
    some.order_ = std::move(order);
    return some;
}

ExampleRecord Examples::with_class(ExampleRecord record) const {
    if (record.label >= 0 && !class_of_label_.empty())
        record.label = class_of_label_[static_cast<std::size_t>(record.label)];
    return record;
}

Example Examples::operator[](std::size_t index) const {
    ExampleRecord record;
    storage_->read_records(stored_index(index), {&record, 1});
    std::vector<MarkedToken> marked(record.length);
    storage_->read_tokens(record.first_token, marked);
    Example example = {.learns_first = record.learns_first != 0,
                       .source_line = record.source_line,
                       .source_file = record.source_file,
                       .cut_tokens = static_cast<std::int32_t>(record.cut_tokens),
                       .label = with_class(record).label};
    unpack(marked, example);
    return example;
}

void Examples::for_each_record(const std::function<void(const ExampleRecord&)>& visit) const {
    std::vector<ExampleRecord> block;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        const auto at = stored_index(i);
        if (at < begin || at >= begin + block.size()) {
            begin = at;
            block.resize(std::min(kRecordsAtOnce, storage_->size() - at));
            storage_->read_records(begin, block);
        }
        visit(with_class(block[at - begin]));
    }
}

}  // namespace tunebench
