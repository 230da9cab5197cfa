// CardColumns: the cards of the setup page, scrolled: in one column, or in two where there is room, so that
// the run reads from left to right.
#pragma once

#include <vector>

#include <QScrollArea>

class QHBoxLayout;
class QVBoxLayout;

namespace tunebench::ui {

class Card;

class CardColumns : public QScrollArea {
    Q_OBJECT

public:
    explicit CardColumns(QWidget* parent = nullptr);

    /// To be the parent of the cards.
    QWidget* content() const { return widget(); }
    /// In the order of one column; with two the cards of `right` stand there.
    void setCards(std::vector<Card*> all, std::vector<Card*> right);
    /// Scrolls to the widget, once it has its place, and flashes its card.
    void lead(QWidget* target);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    std::vector<Card*> all_;
    std::vector<Card*> right_;
    QHBoxLayout* both_ = nullptr;
    QVBoxLayout* first_ = nullptr;
    QVBoxLayout* second_ = nullptr;
    int columns_ = 0;
};

}  // namespace tunebench::ui
