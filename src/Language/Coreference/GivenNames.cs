using System.Collections.Frozen;

namespace Tocsin.Language;

/// <summary>Frequent given names of many countries by the gender they usually tell; names of both are left out.</summary>
static class GivenNames
{
    static readonly FrozenSet<string> Men = Agreement.Words("""
        Aaron Abdul Abdullah Abraham Adam Adolf Adrian Ahmad Ahmed Alan Albert Albin Alejandro Aleksandar Aleksandr Alexander
        Alexei Alfred Ali Alistair Allen Amir Anatoly Anders Andrei Andrew Andrzej Angus Antoine Antonio António Anthony
        Arthur Arturo Ashraf Atif Augustus Austin Bashar Barack Barry Bartholomew Ben Benedict Benjamin Bernard Bernie Bill
        Björn Bob Boris Brad Brandon Brian Bruce Bruno Carl Carlos Cesar Charles Chester Christian Christopher Clarence
        Claude Clement Clifford Colin Conrad Cornelius Craig Cyril Dale Damian Daniel Darren Dave David Dean Dennis Derek
        Diego Dieter Dimitri Dmitri Dmitry Donald Douglas Duncan Dwight Earl Eddie Edgar Edmund Eduardo Edward Edwin Elias
        Elijah Emil Emmanuel Enrique Eric Erik Ernest Erwin Ethan Eugene Evan Fabio Felix Ferdinand Fernando Fidel Filip
        Francesco Francis Francisco Franco Frank Franklin Franz Fred Frederick Friedrich Fritz Gareth Gary Geoffrey George
        Georges Georgi Gerald Gerhard Gianni Gilbert Giovanni Giuseppe Glenn Gordon Graham Greg Gregory Guillermo Gustav Guy
        Hamid Hans Harold Harrison Harry Harvey Hasan Hashim Hassan Hector Heinrich Helmut Henri Henrik Henry Herbert Herman
        Hermann Howard Hubert Hugh Hugo Hussein Ian Ibrahim Igor Ilham Ilya Isaac Ismail Ivan Ivica Ivo Jack Jacob Jacques
        Jair Jake James Jan Jared Jason Javier Jay Jeff Jeffrey Jeremy Jerome Jerry Jim Jimmy Joachim Joe Joel Johan Johann
        John Johnny Jon Jonathan Jorge José Jose Josef Joseph Joshua Juan Julian Julius Jürgen Justin Kamal Karel Karim Karl
        Keith Kenneth Kevin Khalid Klaus Konrad Konstantin Kurt Kyle Larry Lars Laurence Lawrence Lech Leo Leon Leonard
        Leonid Leonardo Leopold Leroy Leslie Lewis Liam Lloyd Louis Luca Lucas Ludwig Luigi Luis Luke Luther Mahmoud Malcolm
        Manuel Marc Marcel Marco Marcus Mario Mark Marko Markus Martin Marvin Mathew Matteo Matthew Maurice Max Maximilian
        Mehmet Michael Michel Miguel Mihai Mike Mikhail Milan Miloš Milorad Mitchell Mohamed Mohammad Mohammed Moses Muhammad
        Murray Mustafa Nathan Nathaniel Neil Nelson Nicholas Nicolas Niels Nigel Nikita Nikola Nikolai Nils Noah Norman
        Oleg Oliver Olivier Omar Oscar Oskar Otto Owen Pablo Patrick Paul Paulo Pavel Pedro Peter Petro Philip Philippe
        Phillip Pierre Pieter Pietro Rafael Rajiv Ralph Ramón Ramzan Randy Raoul Raúl Ray Raymond Recep Reginald René Ricardo
        Richard Rick Robert Roberto Rodney Rodrigo Roger Roland Ronald Ross Roy Rudolf Rupert Russell Ryan Salman Salvador
        Samuel Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Sidney Sigmund Silvio Simon Slobodan Stanislav
        Stanley Stefan Stephen Steve Steven Stewart Stuart Suleiman Sven Ted Terence Theodore Thomas Tim Timothy Toby Tom
        Tommy Tony Travis Trevor Tyler Ulrich Vaclav Václav Victor Viktor Vincent Vitaly Vladimir Volodymyr Wade Walter Warren
        Wayne Werner Wilhelm William Wolfgang Xavier Yasser Yevgeny Yitzhak Yuri Yusuf Zachary Zoran Hashim Ramush Edi Sali
        Ilir Bujar Agim Dragan Goran Miroslav Mladen Radovan Ratko Tomislav Vojislav Željko Hiroshi Kenji Takeshi Shinzo
        Akira Narendra Rahul Sanjay Arjun Kofi Kwame Paulinho Jean-Claude Jean-Pierre
        """);

    static readonly FrozenSet<string> Women = Agreement.Words("""
        Abigail Ada Adele Adriana Agatha Agnes Aicha Aisha Alexandra Alice Alicia Alison Amanda Amber Amelia Amina Amy Ana
        Anastasia Andrea Angela Angelina Anita Ann Anna Anne Annette Annie Antonia April Astrid Audrey Aung Barbara Beatrice
        Bella Bernadette Bertha Beth Betty Beverly Brenda Bridget Britney Camilla Carla Carmen Carol Caroline Carolyn
        Carrie Catherine Cecilia Celia Charlotte Chelsea Cheryl Chloe Christina Christine Cindy Claire Clara Claudia
        Condoleezza Constance Cora Corazon Crystal Cynthia Daisy Daniela Daphne Dawn Deborah Debra Denise Diana Diane Dilma
        Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen
        Elsa Elsie Emilia Emily Emma Erica Erin Ernestine Esther Ethel Eugenia Eva Evelyn Faith Fatima Fatma Felicity
        Fiona Flora Florence Frances Francesca Frida Gabriela Gabrielle Gail Geneviève Georgia Georgina Geraldine Gertrude
        Gina Giulia Gladys Gloria Grace Greta Gwendolyn Hannah Harriet Hazel Heather Heidi Helen Helena Helene Hilary Hillary
        Ida Imelda Inés Ingrid Irena Irene Irina Iris Isabel Isabella Ivana Ivy Jacinda Jacqueline Jane Janet Janice
        Jasmine Jeanne Jelena Jennifer Jenny Jessica Jill Jillian Joan Joanna Joanne Josephine Joyce Judith Judy Julia
        Juliana Julie Juliet June Kaja Karen Karin Karla Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kayla Kelly
        Kimberly Kristen Kristin Kristina Laila Lara Laura Lauren Leila Lena Lidia Lillian Lily Linda Lisa Liz Lois Louisa
        Louise Lucia Lucille Lucy Luisa Lydia Lynn Mabel Madeleine Madeline Magda Magdalena Maggie Maia Malala Manuela
        Margaret Margarita Margot Maria María Mariam Marianne Marie Marilyn Marina Marion Marjorie Marlene Martha Mary
        Matilda Maud Maureen Maya Megan Melania Melanie Melinda Melissa Mercedes Meredith Mia Michaela Michelle Mildred
        Milica Minnie Miranda Miriam Mirjana Molly Mona Monica Monique Muriel Myrtle Nadia Nancy Naomi Natalia Natalie
        Natasha Nicole Nina Nora Norma Nour Olga Olive Olivia Ornella Pamela Patricia Paula Pauline Pearl Peggy Penelope
        Petra Phoebe Phyllis Polly Priscilla Rachel Ramona Rania Rebecca Regina Renata Renée Rita Roberta Rosa Rosalind Rose
        Rosemary Ruby Ruth Sabina Sabrina Sally Samantha Sandra Sanna Sara Sarah Selena Selma Shakira Sharon Sheila Shirley
        Sofia Sonia Sophia Sophie Stacey Stella Stephanie Susan Susanna Suzanne Svetlana Sylvia Tamara Tania Tara Tatiana
        Teresa Theresa Tiffany Tina Tracy Ursula Valentina Valerie Vanessa Vera Veronica Victoria Viktoria Viola Violet
        Virginia Vivian Vjosa Wanda Wendy Wilhelmina Winifred Xenia Yasmin Yolanda Yulia Yvonne Zainab Zara Zoe Zuzana
        Atifete Edita Albulena Donika Dragica Snežana Vesna Ljiljana Biljana Gordana Akiko Yoko Sakura Indira Sonia Priya
        Lakshmi Benazir Ellen
        """);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreMen = Men.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreWomen = Women.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Genders Of(ReadOnlySpan<char> name) =>
        AreMen.Contains(name) ? Genders.Male : AreWomen.Contains(name) ? Genders.Female : Genders.Human;
}
