// Tensors and files: what one becomes of the other, and what that takes of memory on the way.
#include "core/engine/models/tensor_bytes.h"

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/tensor.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kPiece = std::uint64_t{4} << 22, kSlack = std::uint64_t{1} << 16;
constexpr std::int64_t kMany = std::int64_t{5} << 20;  // more than a piece

class TensorBytesTest : public testing::Test {
protected:
    TensorBytesTest() { install_meter(); }

    std::filesystem::path file() const { return folder_.path() / "tensors.safetensors"; }

    /// What there is at most beside what is there before.
    template <class Action>
    static std::uint64_t passing(const Action& action) {
        reset_peak(at::kCPU);
        const auto before = read_meter().current_bytes;
        action();
        return read_meter().peak_bytes - before;
    }

    const test::TemporaryFolder folder_;
};

TEST_F(TensorBytesTest, AnotherTypeIsMadeAPieceAtATime) {
    const auto narrow = at::arange(kMany, at::kFloat).remainder_(251).to(at::kBFloat16).view({5, -1});
    const auto taken = passing([&] {
        ASSERT_TRUE(write_tensors(file(), {{"a", narrow}, {"b", narrow}}, {}, at::kFloat));
    });
    EXPECT_LE(taken, kPiece + kSlack);
    const auto found = *read_tensors(file());
    for (const auto* name : {"a", "b"}) {
        EXPECT_EQ(found.at(name).scalar_type(), at::kFloat);
        EXPECT_TRUE(at::equal(found.at(name), narrow.to(at::kFloat)));
    }
}

TEST_F(TensorBytesTest, ATypeThatStaysIsWrittenFromWhereItLies) {
    const auto wide = at::arange(kMany, at::kFloat);
    EXPECT_LE(passing([&] { ASSERT_TRUE(write_tensors(file(), {{"a", wide}}, {})); }), kSlack);
    EXPECT_TRUE(at::equal(read_tensors(file())->at("a"), wide));
}

TEST_F(TensorBytesTest, EveryShapeAndLayoutIsWrittenAndReadIntoItsPlace) {
    const auto square = at::arange(12, at::kFloat).view({3, 4});
    const NamedTensors tensors = {{"scalar", at::full({}, 3.5)},
                                  {"empty", at::empty({0, 4})},
                                  {"square", square},
                                  {"turned", square.t()}};
    ASSERT_TRUE(write_tensors(file(), tensors, {}));
    const auto set = SafetensorsSet::open(file());
    ASSERT_TRUE(set) << set.error().message;
    for (const auto& [name, tensor] : tensors)
        for (const auto type : {at::kFloat, at::kBFloat16}) {
            const auto target = at::zeros_like(tensor, tensor.options().dtype(type));
            const auto read = read_into(target, *set, name, name);
            ASSERT_TRUE(read) << read.error().message;
            EXPECT_TRUE(at::equal(target, tensor.to(type))) << name;
        }
}

TEST_F(TensorBytesTest, ReadingIntoItsPlaceTakesAPiece) {
    const auto wide = at::arange(kMany, at::kFloat);
    ASSERT_TRUE(write_tensors(file(), {{"a", wide}}, {}));
    const auto set = SafetensorsSet::open(file());
    ASSERT_TRUE(set) << set.error().message;
    auto target = at::zeros_like(wide).set_requires_grad(true);
    EXPECT_LE(passing([&] { ASSERT_TRUE(read_into(target, *set, "a", "a")); }), kPiece + kSlack);
    EXPECT_TRUE(at::equal(target.detach(), wide));
}

TEST_F(TensorBytesTest, AnotherShapeIsNamed) {
    ASSERT_TRUE(write_tensors(file(), {{"a", at::zeros({2, 3})}}, {}));
    const auto set = SafetensorsSet::open(file());
    ASSERT_TRUE(set) << set.error().message;
    const auto read = read_into(at::zeros({3, 2}), *set, "a", "tensor a");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
    EXPECT_NE(read.error().message.find("tensor a has the shape [2, 3], but [3, 2] is needed"),
              std::string::npos)
        << read.error().message;
    EXPECT_EQ(read_into(at::zeros({2, 3}), *set, "b", "b").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace tunebench
