#include "core/data/model_view.h"

#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "core/data/sampler.h"
#include "core/data/training_sampler.h"
#include "core/run/selection.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class ModelViewTest : public ::testing::Test {
protected:
    void SetUp() override {
        config_ = test::tiny_run(folder_.path(), 10);
        const auto file = folder_.path() / "rows.jsonl";
        std::ofstream out(file);
        for (int i = 0; i < 40; ++i)
            out << R"({"prompt": "name: house )" << i << R"(", "completion": "House )" << i << ".\"}\n";
        config_.data.train = {file.string()};
        config_.data.validation.clear();
        config_.data.max_length = 64;
        config_.data.packing = true;
    }

    Tokenizer tokenizer() const { return *Tokenizer::load(config_.model.path); }
    ModelView view(std::int64_t limit = 0) const {
        auto read = ModelView::read(config_, tokenizer(), CancelToken{}, limit);
        EXPECT_TRUE(read) << read.error().message;
        return *std::move(read);
    }

    test::TemporaryFolder folder_;
    RunConfig config_;
};

TEST_F(ModelViewTest, ShowsWhatTheSamplerGivesToTraining) {
    const auto seen = view();
    const auto data = load_run_data(config_, tokenizer(), CancelToken{});
    ASSERT_TRUE(data);
    Sampler sampler(data->train.examples, training_sampler(config_, 0));
    ASSERT_EQ(seen.batches(), sampler.batches_per_epoch());
    std::int64_t row = 0;
    for (std::int64_t b = 0; b < seen.batches(); ++b) {
        const auto batch = sampler.next();
        std::size_t at = 0;
        for (; row < seen.rows() && seen.row(row).batch == b; ++row)
            for (const auto& example : seen.row(row).examples)
                for (std::size_t t = 0; t < example.tokens.size(); ++t, ++at) {
                    ASSERT_EQ(example.tokens[t].id, batch.tokens[at]);
                    ASSERT_EQ(example.tokens[t].position, batch.positions[at]);
                    if (t > 0) {
                        ASSERT_EQ(example.tokens[t].is_learned, batch.labels[at - 1] != kIgnored);
                    }
                }
        EXPECT_EQ(at, batch.tokens.size());
    }
    EXPECT_EQ(row, seen.rows());
}

TEST_F(ModelViewTest, EveryRowOfTheFileIsSeenOnceAndFits) {
    const auto seen = view();
    std::multiset<std::int64_t> lines;
    for (std::int64_t r = 0; r < seen.rows(); ++r) {
        const auto row = seen.row(r);
        EXPECT_LE(row.tokens(), seen.row_length());
        EXPECT_GT(row.learned(), 0);
        for (const auto& example : row.examples) {
            EXPECT_EQ(example.place.file, config_.data.train[0].path);
            lines.insert(example.place.line);
        }
    }
    EXPECT_EQ(lines.size(), 40U);
    EXPECT_EQ(std::set(lines.begin(), lines.end()).size(), 40U);
    EXPECT_LT(seen.rows(), 40);
    EXPECT_FALSE(seen.is_partial());
}

TEST_F(ModelViewTest, ReadsOnlyTheFirstRowsWhenItIsAsked) {
    EXPECT_TRUE(view(10).is_partial());
    EXPECT_EQ(view(10).report().rows, 10);
    EXPECT_FALSE(view(41).is_partial());
    config_.data.train[0].weight = 2;
    EXPECT_TRUE(view(41).is_partial()) << "a run reads the rows twice";
}

TEST_F(ModelViewTest, VirtualTokensTakeRoomOfARow) {
    const auto rows_without = view().rows();
    config_.method = *make_selection("method", "prompt", {});
    config_.method.params.set("num_virtual_tokens", std::int64_t{30});
    EXPECT_GT(view().rows(), rows_without);
}

TEST_F(ModelViewTest, FailsWhereTrainingWould) {
    std::ofstream(config_.data.train[0].path, std::ios::app) << "{\"prompt\": oops}\n";
    const auto read = ModelView::read(config_, tokenizer(), CancelToken{});
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("rows.jsonl line 41"), std::string::npos) << read.error().message;
}

}  // namespace
}  // namespace tunebench
