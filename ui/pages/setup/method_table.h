// MethodTable: what each method would cost and give on the chosen model, a row each; a row's name chooses it.
#pragma once

#include <vector>

#include <QWidget>

#include "core/run/method_cards.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace tunebench::ui {

class MethodTable : public QWidget {
    Q_OBJECT

public:
    explicit MethodTable(QWidget* parent = nullptr);

    /// `cards` empty: there is no model to compare them on. `limit`: bytes of memory; 0: not known.
    /// `isLimitAsked`: it is planned for, not what is available here.
    void showCards(std::vector<MethodCard> cards, std::uint64_t limit, bool isLimitAsked = false);
    void setOpen(bool isOpen);
    bool isOpen() const { return isOpen_; }

Q_SIGNALS:
    void chosen(const tunebench::MethodCard& card);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addHeadings();
    void addRow(const MethodCard& card);
    QPushButton* nameOf(const MethodCard& card);
    void addCell(int row, int column, const QString& text, const MethodCard& card);

    std::vector<MethodCard> cards_;
    std::uint64_t limit_ = 0;
    bool isLimitAsked_ = false;
    QPushButton* link_ = nullptr;
    QWidget* content_ = nullptr;
    QGridLayout* grid_ = nullptr;
    QLabel* note_ = nullptr;
    bool isOpen_ = false;
};

}  // namespace tunebench::ui
