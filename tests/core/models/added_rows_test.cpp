#include "core/models/added_rows.h"

#include <gtest/gtest.h>

#include "core/models/classification.h"
#include "core/models/parameters.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

ModelConfig model() {
    return *shape_config("tiny");
}

TEST(AddedRowsTest, TheVocabularyGrowsByWhatItLacks) {
    const auto base = model();
    const auto grown = with_added_rows(base, base.vocab_size, 3);
    EXPECT_EQ(grown.vocab_size, base.vocab_size + 3);
    EXPECT_EQ(grown.added_rows, (RowRange{base.vocab_size, base.vocab_size + 3}));
    EXPECT_EQ(parameter_count(grown) - parameter_count(base),
              3 * base.hidden_size * (base.tie_word_embeddings ? 1 : 2));
    EXPECT_EQ(with_added_rows(base, base.vocab_size, 0), base);
}

TEST(AddedRowsTest, SpareRowsAreUsedFirst) {
    const auto base = model();
    const auto fits = with_added_rows(base, base.vocab_size - 10, 4);
    EXPECT_EQ(fits.vocab_size, base.vocab_size);
    EXPECT_EQ(fits.added_rows, (RowRange{base.vocab_size - 10, base.vocab_size - 6}));
    const auto grows = with_added_rows(base, base.vocab_size - 10, 12);
    EXPECT_EQ(grows.vocab_size, base.vocab_size + 2);
    EXPECT_EQ(grows.added_rows, (RowRange{base.vocab_size - 10, base.vocab_size + 2}));
}

TEST(AddedRowsTest, RowsThatATokenizerHasBeyondTheModelAreNewToo) {
    const auto base = model();
    const auto grown = with_added_rows(base, base.vocab_size + 1, 2);
    EXPECT_EQ(grown.vocab_size, base.vocab_size + 3);
    EXPECT_EQ(grown.added_rows.begin, base.vocab_size);
}

TEST(AddedRowsTest, AClassifiersHeadStays) {
    const auto base = as_classifier(model(), {"a", "b"});
    const auto grown = with_added_rows(base, base.vocab_size, 5);
    EXPECT_EQ(grown.head_outputs(), 2);
    EXPECT_EQ(parameter_count(grown) - parameter_count(base), 5 * base.hidden_size);
}

}  // namespace
}  // namespace tunebench
