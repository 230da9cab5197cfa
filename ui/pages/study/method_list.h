// MethodList: the methods that a study compares, and the one of them that is edited.
#pragma once

#include <optional>
#include <vector>

#include "core/study/plan/method_choice.h"
#include "ui/widgets/card.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace tunebench::ui {

class MethodEditor;

class MethodList : public Card {
    Q_OBJECT

public:
    explicit MethodList(QWidget* parent = nullptr);

    void setChoices(std::vector<MethodChoice> choices);
    const std::vector<MethodChoice>& choices() const { return choices_; }
    void setBase(const RunConfig& base);
    void add(const std::string& methodId);
    /// Each registered method that the study does not have yet.
    void addAll();
    /// Puts the one that was removed last back to its place.
    void undoRemove();

Q_SIGNALS:
    void changed();
    void removedOne(const QString& name);

private:
    void buildButtons();
    void showNames();
    void fitHeight();
    void select(std::size_t row);
    std::size_t selected() const;
    void duplicate();
    void remove();
    void onEdited();

    struct Removed {
        std::size_t row = 0;
        MethodChoice choice = {};
    };

    std::vector<MethodChoice> choices_;
    std::optional<Removed> removed_;
    QListWidget* list_ = nullptr;
    QLabel* nothing_ = nullptr;  // what stands there while there are none
    QPushButton* duplicate_ = nullptr;
    QPushButton* remove_ = nullptr;
    MethodEditor* editor_ = nullptr;
};

}  // namespace tunebench::ui
